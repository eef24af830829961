/** The IPTC's NewsML in both its generations: NewsML-G2 2.x and NewsML 1.x. */
@NullMarked
package dateline.ingest.format.newsml;

import org.jspecify.annotations.NullMarked;
