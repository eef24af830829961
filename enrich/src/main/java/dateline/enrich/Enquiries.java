package dateline.enrich;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import wire.Enquiry;
import wire.Kin;

/**
 * What an item asks of the index of kin: each share that holds some of its marks is asked once.
 *
 * @param id the item's id
 * @param shares into how many parts the index is split
 * @param voice hears the questions
 */
record Enquiries(String id, int shares, ItemLife.Voice voice) {

    /**
     * Makes the item known under its marks, and no longer under those it had before.
     *
     * @param round tells the answers from those to other questions; empty if none is wanted
     * @param former marks that it bears no more
     * @return the shares that will answer, if an answer is wanted
     */
    List<Integer> ask(String round, Kin kin, List<Long> marks, List<Long> former) {
        Map<Integer, List<Long>> now = byShare(marks);
        Map<Integer, List<Long>> before = byShare(former);
        var asked = new TreeSet<>(now.keySet());
        asked.addAll(before.keySet());
        for (int share : asked) {
            voice.say(
                    id,
                    new Said.Asked(Enquiry.newBuilder()
                            .setRound(now.containsKey(share) ? round : "")
                            .setShare(share)
                            .setKin(kin)
                            .setMarks(now.getOrDefault(share, List.of()))
                            .setFormer(before.getOrDefault(share, List.of()))
                            .build()));
        }
        return List.copyOf(now.keySet());
    }

    private Map<Integer, List<Long>> byShare(List<Long> marks) {
        return marks.stream().collect(groupingBy(mark -> Math.floorMod(mark, shares), TreeMap::new, toList()));
    }
}
