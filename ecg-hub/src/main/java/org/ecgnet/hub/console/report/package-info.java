/**
 * Routes of the overread: what a reader judges, phrases and favourites, drafts and signatures, the paper. Written in
 * {@code hub.report} and {@code hub.report.pdf}; nothing is decided here.
 */
@NullMarked
package org.ecgnet.hub.console.report;

import org.jspecify.annotations.NullMarked;
