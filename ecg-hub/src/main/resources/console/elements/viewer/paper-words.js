/** What the painter writes on the paper itself, in the reader's language. */
export function paperWords(t) {
  return {
    absent: (lead) => t('viewer.absent', { lead }),
    off: (lead, from, to) => t('viewer.off', { lead, from, to }),
    offNow: (lead) => t('viewer.offNow', { lead }),
  };
}
