/** The tiers that people take turns in, the first to be told first. */
export const TIERS = ['READER', 'TIER_1', 'TIER_2', 'TIER_3'];
