package hudson.search;

/** What the search box finds; only its name matters here. */
public interface SearchItem {
    String getSearchName();

    String getSearchUrl();
}
