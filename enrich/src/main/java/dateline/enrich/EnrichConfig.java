package dateline.enrich;
/** stub */
public record EnrichConfig(int threads) {
    public static final EnrichConfig DEFAULT = new EnrichConfig(1);
}
