package dateline.enrich.credit;

/** What those named in a credit line did for the story. */
enum Role {
    SOURCE,
    AGENCY,
    REPORTER,
    EDITOR,
    TRANSLATOR,
    CONTRIBUTOR,
    COPYRIGHT,
    /** the address of a site */
    SITE
}
