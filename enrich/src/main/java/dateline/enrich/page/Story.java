package dateline.enrich.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the box that holds the story, and the blocks in and beside it that are of the story. */
final class Story {
    /** What a vote loses on its way up to the next box. */
    private static final double FADES = 0.8;

    /** Less than a short story has. */
    private static final int LITTLE = 250;

    /** A beginning is known by so many letters. */
    private static final int KNOWN = 30;

    private final Markup page;

    private final Facts facts;
    private final String told;
    Box best;
    private @Nullable Block titled;
    private @Nullable Block begins;
    /** The article that the headline or the beginning stands in; null where they stand in none. */
    private @Nullable Box home;

    /** @param told the text's beginning as the page's data tells it; null if they do not */
    Story(Markup page, @Nullable String told) {
        this.page = page;
        this.facts = page.facts;
        this.told = told == null ? "" : Text.bare(told);
        this.best = page.boxes.getFirst();
    }

    List<Block> blocks() {
        titled = findTitled();
        begins = findBeginning();
        home = home();
        rule(true);
        best = best();
        if (best.prose < 200) {
            rule(false);
            Box other = best();
            if (other.prose > 2 * best.prose) {
                best = other;
            } else {
                rule(true);
            }
        }
        List<Block> story = told();
        if (story.isEmpty()) {
            rule(false);
            best = best();
            story = told();
        }
        if (story.isEmpty()) {
            story = page.blocks.stream().filter(block -> !block.box.apart).toList();
        }
        return story.isEmpty() ? page.blocks : story;
    }

    /** The heading that says what the page's title says; null if none does. */
    @Nullable
    Block titled() {
        return titled;
    }

    private List<Block> told() {
        List<Block> story = new ArrayList<>();
        best = body(best);
        for (Box box : region()) {
            for (Block block : page.blocks.subList(box.first, box.end)) {
                if (!block.box.out) {
                    story.add(block);
                }
            }
        }
        return story;
    }

    /** The box around this one that says it holds the story; itself if none does. */
    private static Box body(Box best) {
        Box body = best;
        for (Box box = best; box != null && box.prose < 2 * best.prose; box = box.parent) {
            if (Sign.BODY.in(box.signs)) {
                body = box;
            }
            if (isRoot(box)) {
                break;
            }
        }
        return body;
    }

    /** The box that holds the story, and those beside it that go on with it or lead into it, in order. */
    private List<Box> region() {
        List<Box> region = new ArrayList<>(List.of(best));
        Box path = best;
        for (Box above = best.parent;
                above != null && !isWhole(path) && !above.name.equals("html");
                above = above.parent) {
            int last = above.children.size() - 1;
            while (last >= 0 && above.children.get(last) != path && !goesOn(above.children.get(last))) {
                last--;
            }
            boolean on = false;
            for (Box child : above.children.subList(0, last + 1)) {
                on |= child == path || goesOn(child);
                if (on && child != path && isPart(child)) {
                    region.add(child);
                }
            }
            path = above;
        }
        region.sort(Comparator.comparingInt(box -> box.first));
        return region;
    }

    /** Whether all of the story is in it: what stands outside an article, or outside what holds headline and text, is not of it. */
    private boolean isWhole(Box box) {
        return isRoot(box) || (titled != null && !box.name.equals("header") && box.holds(titled.box));
    }

    /** Whether a box between such as go on with the story can be of it. */
    private static boolean isPart(Box box) {
        return !box.out && !isRoot(box) && box.teasers == 0 && box.linkShare() < 0.5;
    }

    private static boolean isRoot(Box box) {
        return box.name.equals("article") || box.name.equals("main") || Sign.ENTRY.in(box.signs);
    }

    private static boolean goesOn(Box box) {
        return isPart(box) && box.prose >= 60 && box.prose * 3 >= box.size && box.linkShare() < 0.25;
    }

    /** The heading that says what the page's title says. */
    private @Nullable Block findTitled() {
        String og = facts.meta("og:title", "twitter:title");
        String title = Text.bare((og == null ? "" : og) + ' ' + (facts.title() == null ? "" : facts.title()));
        String site = facts.meta("og:site_name");
        String name = site == null ? "" : Text.bare(site);
        Block best = null;
        for (Block block : page.blocks) {
            if (block.kind == Block.Kind.HEADING && block.size >= 8 && (best == null || block.size > best.size)) {
                String bare = Text.bare(block.text);
                if (title.contains(bare) && !bare.equals(name)) {
                    best = block;
                }
            }
        }
        return best;
    }

    /** The block that begins as the page's data says the text does. */
    private @Nullable Block findBeginning() {
        if (told.length() < KNOWN) {
            return null;
        }
        String start = told.substring(0, KNOWN);
        for (Block block : page.blocks) {
            if (block.size >= KNOWN
                    && Text.bare(block.text.substring(0, Math.min(block.text.length(), 4 * KNOWN)))
                            .startsWith(start)) {
                return block;
            }
        }
        return null;
    }

    /** Rules out the boxes that are no part of a story, and counts the prose of the others. */
    private void rule(boolean strict) {
        List<Box> boxes = page.boxes;
        for (Box box : boxes) {
            box.prose = 0;
            box.score = 0;
            box.out = false;
        }
        count();
        int all = boxes.getFirst().prose;
        for (Box box : boxes) {
            box.out = box.parent != null && (box.parent.out || (isOut(box, strict) && !isTooMuch(box, all)));
        }
        for (Box box : boxes) {
            box.prose = 0;
            box.paragraphs = 0;
        }
        count();
    }

    private static boolean isOut(Box box, boolean strict) {
        if (box.apart) {
            return !isSetApart(box);
        }
        if (!strict || Sign.ENTRY.in(box.signs) || box.name.equals("body") || box.name.equals("main")) {
            return false;
        }
        return (box.signs & Sign.AROUND) != 0
                || (Sign.DOUBTFUL.in(box.signs) && (box.prose * 2 < box.size || box.linkShare() > 0.3))
                || (box.linkShare() > 0.6 && box.links > 2)
                || box.teasers > 2;
    }

    /** Quotes, and tables in figures, are of the story though they are set apart. */
    private static boolean isSetApart(Box box) {
        return switch (box.name) {
            case "figure" -> (box.quoted + box.tabled) * 2 > box.size;
            case "aside" -> box.quoted * 2 > box.size;
            default -> false;
        };
    }

    /** A list of other stories: nearly all boxes in it have a heading that leads to one. */
    private static boolean isTeasers(Box box) {
        int leading = 0;
        for (Box child : box.children) {
            leading += child.teasers > 0 ? 1 : 0;
        }
        return leading > 2 && leading * 5 >= box.children.size() * 4;
    }

    /**
     * Whether a box holds so much of the page's prose that it is of the story, whatever else it seems to be. What readers say
     * and what other stories say may be more than the story: they are kept only where there is nothing else.
     */
    private static boolean isTooMuch(Box box, int all) {
        if (box.titles == 0 && (Sign.COMMENTS.in(box.signs) || isTeasers(box))) {
            return all - box.prose < Math.max(LITTLE, all / 20);
        }
        return box.prose >= all * (Sign.BODY.in(box.signs) || box.titles == 1 ? 0.2 : 0.5);
    }

    private void count() {
        for (Block block : page.blocks) {
            if (!block.box.out) {
                int prose = block.prose();
                double vote = prose;
                for (Box box = block.box; box != null; box = box.parent) {
                    box.prose += prose;
                    box.paragraphs += prose > 0 ? 1 : 0;
                    if (!box.isLeaf()) {
                        box.score += vote;
                        vote *= FADES;
                    }
                }
            }
        }
    }

    private Box best() {
        Box best = page.boxes.getFirst();
        double most = 0;
        for (Box box : page.boxes) {
            if (box.out) {
                continue;
            }
            double score = box.score * weight(box);
            if (score > most) {
                most = score;
                best = box;
            }
        }
        return best;
    }

    private double weight(Box box) {
        double weight = Sign.BODY.in(box.signs) ? 2 : 1;
        if (begins != null) {
            weight *= box.holds(begins.box) ? 1.5 : 0.7;
        }
        if (titled != null && titled.box != box && box.end <= titled.index) {
            weight *= 0.3;
        }
        if (home != null && !home.holds(box)) {
            weight *= box.holds(home) ? (box.articles > 1 ? 0.4 : 1) : 0.25;
        }
        return weight;
    }

    private @Nullable Box home() {
        for (Block block : new Block[] {begins, titled}) {
            if (block != null && isRoot(root(block.box)) && root(block.box).size > LITTLE) {
                return root(block.box);
            }
        }
        return null;
    }

    private static Box root(Box box) {
        Box root = box;
        while (root.parent != null && !isRoot(root)) {
            root = root.parent;
        }
        return root;
    }
}
