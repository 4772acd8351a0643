/**
 * What every route of the console stands on: who may enter, the worker threads, how an answer and a refusal look, the
 * security headers, the files of the pages. Nothing here knows an exam or a case.
 */
@NullMarked
package org.ecgnet.hub.console.web;

import org.jspecify.annotations.NullMarked;
