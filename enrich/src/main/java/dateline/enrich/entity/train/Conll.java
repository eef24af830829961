package dateline.enrich.entity.train;

import dateline.enrich.entity.train.Labelled.Mark;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import wire.EntityType;

/**
 * Reads corpora in columns: the token first, its IOB2 tag last, a blank line after a sentence, -DOCSTART- before a document.
 * The text is put together again as it would have been filed, a sentence a line.
 */
public final class Conll {
    private static final String CLOSERS = ".,;:?!)]}%";

    private final int sentencesInDocument;
    private final Set<EntityType> unmarked;
    private final boolean hyphensParted;
    private final List<Labelled> documents = new ArrayList<>();
    private StringBuilder text = new StringBuilder();
    private List<Mark> marks = new ArrayList<>();
    private int sentences;
    private boolean marked;

    private Conll(int sentencesInDocument, Set<EntityType> unmarked, boolean hyphensParted) {
        this.hyphensParted = hyphensParted;
        this.sentencesInDocument = sentencesInDocument;
        this.unmarked = unmarked;
    }

    /**
     * The documents of a gzipped file.
     *
     * @param sentencesInDocument how many make a document where the file does not say
     * @param unmarked types that its makers did not mark
     */
    public static List<Labelled> read(Path file, int sentencesInDocument, Set<EntityType> unmarked) throws IOException {
        var conll = new Conll(
                sentencesInDocument, unmarked, file.getFileName().toString().startsWith("docred"));
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String[]> sentence = new ArrayList<>();
            String line = reader.readLine();
            while (line != null) {
                if (line.startsWith("-DOCSTART-")) {
                    conll.sentence(sentence);
                    conll.document();
                    conll.marked = true;
                } else if (line.isBlank()) {
                    conll.sentence(sentence);
                } else {
                    sentence.add(line.split("\t", -1));
                }
                line = reader.readLine();
            }
            conll.sentence(sentence);
            conll.document();
        }
        return conll.documents;
    }

    private void document() {
        if (!text.isEmpty()) {
            documents.add(new Labelled(text.toString(), List.copyOf(marks), unmarked));
        }
        text = new StringBuilder();
        marks = new ArrayList<>();
        sentences = 0;
    }

    private void sentence(List<String[]> tokens) {
        if (tokens.isEmpty()) {
            return;
        }
        if (!text.isEmpty()) {
            text.append('\n');
        }
        boolean open = false;
        boolean joined = true;
        EntityType type = null;
        int start = 0;
        int end = 0;
        for (String[] columns : tokens) {
            String token = columns[0];
            String tag = columns[columns.length - 1];
            boolean quote = token.equals("\"");
            boolean hyphen = columns.length > 2 ? columns[1].equals("HYPH") : hyphensParted && token.equals("-");
            boolean joins = joined || hyphen || joinsLeft(token) || (quote && open);
            if (!joins) {
                text.append(' ');
            }
            if (!tag.startsWith("I-") && type != null) {
                marks.add(new Mark(type, start, end));
                type = null;
            }
            if (tag.startsWith("B-")) {
                type = type(tag);
                start = text.length();
            }
            text.append(token);
            end = text.length();
            joined = hyphen || "([{$#£€".contains(token) || (quote && !open);
            if (quote) {
                open = !open;
            }
        }
        if (type != null) {
            marks.add(new Mark(type, start, end));
        }
        tokens.clear();
        sentences++;
        if (!marked && sentences >= sentencesInDocument) {
            document();
        }
    }

    private static boolean joinsLeft(String token) {
        return (token.length() == 1 && CLOSERS.indexOf(token.charAt(0)) >= 0)
                || token.equals("n't")
                || (token.length() > 1 && token.charAt(0) == '\'' && token.length() < 4);
    }

    private static @Nullable EntityType type(String tag) {
        return switch (tag.substring(2)) {
            case "PER" -> EntityType.PERSON;
            case "ORG" -> EntityType.ORG;
            case "LOC" -> EntityType.PLACE;
            default -> EntityType.MISC;
        };
    }
}
