package dateline.enrich.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element that sets its text apart, and what is in it. */
final class Box {
    final @Nullable Box parent;
    final String name;
    final String names;
    final int depth;
    /** What its classes and id say, a mask of {@link Sign#bit}. */
    final int signs;
    /** Its tag or attributes say that it is no part of a text. */
    final boolean apart;
    /** Its first block. */
    final int first;
    /** The first block after it. */
    int end;

    final List<Box> children = new ArrayList<>(0);
    int size;
    int linked;
    int prose;
    /** Blocks of prose. */
    int paragraphs;
    /** Headings that are links. */
    int teasers;

    int links;
    /** How much of it is quotes. */
    int quoted;
    /** How much of it is cells of tables. */
    int tabled;
    /** Articles in it that have text, itself one of them. */
    int articles;
    /** Headings of the first rank. */
    int titles;
    /** Whether it, or what it is in, is no part of the story. */
    boolean out;

    double score;

    Box(@Nullable Box parent, String name, String names, int signs, boolean apart, int first) {
        this.parent = parent;
        this.name = name;
        this.names = names;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.signs = signs;
        this.apart = apart;
        this.first = first;
        this.end = first;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    boolean holds(Box other) {
        Box box = other;
        while (box != null && box.depth > depth) {
            box = box.parent;
        }
        return box == this;
    }

    /** Whether it is made to hold one run of text. */
    boolean isLeaf() {
        return switch (name) {
            case "p",
                    "pre",
                    "li",
                    "dd",
                    "dt",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "blockquote",
                    "td",
                    "th",
                    "tr",
                    "tbody" -> true;
            default -> false;
        };
    }

    double linkShare() {
        return size == 0 ? 0 : linked / (double) size;
    }
}
