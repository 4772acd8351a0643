/**
 * The criteria for patients under 16: rates by age, the width of their QRS, their QT.
 *
 * <p>One final class a criterion, thresholds from the profile, no state. Rules that apply at all ages stay with their subject;
 * what they leave out for children is judged here. A paediatrician's approval of these numbers is outstanding.
 */
@NullMarked
package org.ecgnet.triage.paediatric;

import org.jspecify.annotations.NullMarked;
