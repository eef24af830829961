package dateline.enrich.page;

import dateline.enrich.page.Block.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Takes off what stands in a story's box and is not of the story: before it (its headline again, the lines below it, who and
 * when), after it (ways on, tags, who the author is, how to reach whom), and between (captions, links, calls to act).
 */
final class Trim {
    /** A name, and what its bearer does for a living. */
    private static final Pattern BIO = Pattern.compile(
            "^(?:\\p{Lu}[\\p{L}.'’-]+ ){1,4}(?:is|was|has been|ist|war|es|est|è|é) (?:\\S+ ){0,6}?(?:editor|reporter|journalist|writer|correspondent|columnist|contributor|author|blogger|freelancer|[Rr]edakteur(?:in)?|[Jj]ournalist(?:in)?|[Aa]utor(?:in)?|[Kk]orrespondent(?:in)?|periodista|redactora?|journaliste|giornalista|jornalista)\\b");

    /** As a day begins: with a number, or a word or two and a number. */
    private static final Pattern DAY = Pattern.compile("^(?:\\p{L}+[.,]? ){0,2}\\d");

    private static final int LABEL = 60;
    private static final int NOTE = 220;
    private static final int LONGEST_DEK = 400;

    private final String headline;
    private final List<Block> blocks;
    private final List<Block> all;
    private final List<String> bylines;
    private final Dates dates;
    private final int prose;

    private Trim(List<Block> blocks, List<Block> all, String headline, List<String> bylines, Dates dates) {
        this.dates = dates;
        this.bylines = bylines.stream()
                .map(Text::bare)
                .filter(name -> name.length() > 4)
                .toList();
        this.blocks = new ArrayList<>(blocks);
        this.all = all;
        this.headline = Text.bare(headline);
        this.prose = blocks.stream().mapToInt(Block::prose).sum();
    }

    /**
     * @param all blocks of the page
     * @param withDek whether a paragraph between headline and text is of the story
     */
    static List<Block> trim(
            List<Block> blocks, List<Block> all, String headline, List<String> bylines, Dates dates, boolean withDek) {
        Trim trim = new Trim(blocks, all, headline, bylines, dates);
        if (!withDek) {
            trim.dek();
        }
        trim.end();
        trim.lines();
        trim.head();
        trim.tail();
        return trim.blocks.isEmpty() ? blocks : trim.blocks;
    }

    /** Cuts at a line that opens what comes after stories, if less than half of the prose comes after it. */
    private void end() {
        int told = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (told * 2 > prose && block.size < LABEL && Phrases.END.is(block.text)) {
                blocks.subList(i, blocks.size()).clear();
                return;
            }
            told += block.prose();
        }
    }

    private void lines() {
        Set<String> said = new HashSet<>();
        blocks.removeIf(block -> {
            if (block.kind == Kind.HEADING && Text.bare(block.text).equals(headline)) {
                return true;
            }
            if (block.size > 80 && block.kind == Kind.PARAGRAPH && !said.add(block.text)) {
                return true;
            }
            return isNote(block, Phrases.LINE) || isWayOn(block) || isByline(block) || isDate(block);
        });
    }

    /** A phrase makes a note of a short line, or of a longer one that is no sentence or goes on to a link. */
    private static boolean isNote(Block block, Predicate<Block> begins) {
        return block.size < NOTE && begins.test(block) && (block.size < 120 || block.linked > 0 || !block.isSentence());
    }

    private static boolean isNote(Block block, Phrases phrases) {
        return isNote(block, b -> phrases.begin(b.text) > 0);
    }

    /** The name of who wrote it, and no more than a few words about that. */
    private boolean isByline(Block block) {
        String bare = block.size < LABEL ? Text.bare(block.text) : "";
        return bylines.stream().anyMatch(name -> bare.contains(name) && bare.length() < name.length() + 25);
    }

    /** A day, and no more than a few words about it. */
    private boolean isDate(Block block) {
        return block.size < 45
                && block.kind == Kind.PARAGRAPH
                && DAY.matcher(block.text).find()
                && dates.read(block.text) != null;
    }

    /** It speaks of who wrote it. */
    private boolean isBio(Block block) {
        String bare = Text.bare(block.text.substring(0, Math.min(block.text.length(), 2 * LABEL)));
        return bylines.stream().anyMatch(bare::startsWith)
                || (block.size < 600 && BIO.matcher(block.text).find());
    }

    /** All link: it leads away. */
    private static boolean isWayOn(Block block) {
        return block.links() > 0.8 && block.size < NOTE && block.kind != Kind.CELL;
    }

    /**
     * A paragraph between headline and text sums a story up, and is no part of it: it stands in a box of its own that says so,
     * or something stands between it and the text: who and when, a picture.
     */
    private void dek() {
        List<Block> prose = blocks.stream().filter(Trim::isProse).limit(2).toList();
        if (prose.size() < 2) {
            return;
        }
        Block dek = prose.getFirst();
        Block text = prose.getLast();
        Box parent = dek.box.parent;
        if (dek.size < LONGEST_DEK
                && (parent == null || !parent.holds(text.box))
                && (isSummary(dek.box)
                        || (parent != null && isSummary(parent))
                        || all.subList(dek.index + 1, text.index).stream().anyMatch(this::isAbout))) {
            blocks.remove(dek);
        }
    }

    /** Of who and when, or of a picture. */
    private boolean isAbout(Block block) {
        return Sign.BYLINE.in(block.signs)
                || Sign.CAPTION.in(block.signs)
                || block.box.name.equals("figcaption")
                || isByline(block)
                || isDate(block)
                || isNote(block, Phrases.EDGE);
    }

    private static boolean isSummary(Box box) {
        return Sign.DEK.in(box.signs) || box.name.equals("header");
    }

    private void head() {
        int start = 0;
        while (start < blocks.size() && !isProse(blocks.get(start))) {
            start++;
        }
        if (start == blocks.size()) {
            return;
        }
        Box box = blocks.get(start).box.parent;
        List<Block> kept = new ArrayList<>();
        for (Block block : blocks.subList(0, start)) {
            if (block.box.parent == box && isOfStory(block)) {
                kept.add(block);
            }
        }
        blocks.subList(0, start).clear();
        blocks.addAll(0, kept);
    }

    private void tail() {
        while (!blocks.isEmpty()) {
            Block last = blocks.getLast();
            if (!isBio(last) && (isProse(last) || (isOfStory(last) && last.kind != Kind.HEADING))) {
                return;
            }
            blocks.removeLast();
        }
    }

    private static boolean isProse(Block block) {
        return block.prose() >= 40 && !Sign.BYLINE.in(block.signs) && !isNote(block, Phrases.EDGE);
    }

    private boolean isOfStory(Block block) {
        if (Sign.BYLINE.in(block.signs) || isNote(block, Phrases.EDGE) || block.links() > 0.5) {
            return false;
        }
        String bare = Text.bare(block.text);
        boolean isSignOff = block.size < 25 && block.text.startsWith("(") && block.text.endsWith(")");
        if (bare.isEmpty() || isSignOff || headline.contains(bare)) {
            return false;
        }
        return switch (block.kind) {
            case HEADING, ITEM, QUOTE, CELL -> true;
            case PARAGRAPH -> block.isSentence() || block.size > 80 || (block.box.isLeaf() && block.box.size > 160);
        };
    }
}
