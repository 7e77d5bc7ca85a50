package jingwei.benchmark.address;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jingwei.geocoding.Place;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/// The rival: Lucene's two-character terms (CJK analyser, BM25) over name, aliases and full name of the same places.
final class Bigrams {

    private final List<Place> places;
    private final IndexSearcher searcher;
    private final Analyzer analyzer = new CJKAnalyzer();

    Bigrams(List<Place> places) throws IOException {
        this.places = places;
        ByteBuffersDirectory folder = new ByteBuffersDirectory();
        Map<String, String> roads = new HashMap<>();
        places.forEach(place -> roads.put(place.id(), place.name()));
        try (IndexWriter writer = new IndexWriter(folder, new IndexWriterConfig(analyzer))) {
            for (int i = 0; i < places.size(); i++) {
                Place place = places.get(i);
                String road = roads.getOrDefault(place.roadId(), "");
                String name = place.name().startsWith(road) ? place.name() : road + place.name();
                Document document = new Document();
                document.add(new TextField("text", name + " " + String.join(" ", place.aliases()) + " " + place.standardName(), Field.Store.NO));
                document.add(new StoredField("number", i));
                writer.addDocument(document);
            }
        }
        searcher = new IndexSearcher(DirectoryReader.open(folder));
    }

    /// The first eight places.
    List<Place> search(String text) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        try (TokenStream terms = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = terms.addAttribute(CharTermAttribute.class);
            terms.reset();
            while (terms.incrementToken()) {
                query.add(new TermQuery(new Term("text", term.toString())), BooleanClause.Occur.SHOULD);
            }
        }
        List<Place> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query.build(), 8).scoreDocs) {
            found.add(places.get(searcher.storedFields().document(hit.doc).getField("number").numericValue().intValue()));
        }
        return found;
    }
}
