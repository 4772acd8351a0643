/**
 * SCP-ECG files (EN 1064, ISO 11073-91064): sections 0 (pointers), 1 (patient and device), 2 (Huffman tables, the
 * standard's own or the file's), 3 (leads), 4 (beats), 5 (reference beat) and 6 (rhythm), first and second differences,
 * and a subtracted reference beat put back. Bimodal compression, which throws samples away, is refused. Written from the
 * standard's published description; checked against biosig4c++.
 */
@NullMarked
package org.ecgnet.format.scp;

import org.jspecify.annotations.NullMarked;
