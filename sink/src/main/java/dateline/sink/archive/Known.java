package dateline.sink.archive;

import java.util.Set;

/**
 * What the archive knows already of the items that a batch speaks of.
 *
 * @param kills kills of whole items
 * @param fallen versions that fell to one, or that were canceled for themselves
 * @param standing versions that stand or stood, of those items that the batch kills
 */
record Known(Set<Row.Key> kills, Set<Row.Key> fallen, Set<Row.Key> standing) {}
