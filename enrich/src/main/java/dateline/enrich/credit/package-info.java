/** Takes wire copy apart into the story and what stands around it: headline, dateline, credits, links to other stories. */
@NullMarked
package dateline.enrich.credit;

import org.jspecify.annotations.NullMarked;
