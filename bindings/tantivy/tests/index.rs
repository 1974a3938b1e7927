//! Indexes in memory: what is found, and what a snippet highlights.

// A test that cannot go on may panic, in its helpers too.
#![allow(clippy::unwrap_used)]

use tantivy::collector::{Count, TopDocs};
use tantivy::query::{Query, QueryParser};
use tantivy::schema::{Field, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions, Value};
use tantivy::snippet::SnippetGenerator;
use tantivy::tokenizer::TokenizerManager;
use tantivy::{Index, TantivyDocument, doc};
use vanban_tantivy::{Folding, Terms, VanbanTokenizer};

/// An index of one field, and its parser of queries.
struct Library {
    index: Index,
    text: Field,
    queries: QueryParser,
}

impl Library {
    fn new(folding: Folding, texts: &[&str]) -> Library {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("vanban")
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let mut schema = Schema::builder();
        let text = schema.add_text_field("text", TextOptions::default().set_indexing_options(indexing) | STORED);
        let index = Index::create_in_ram(schema.build());
        index.tokenizers().register("vanban", VanbanTokenizer::new(Terms::WordsAndSyllables, folding));
        let mut writer = index.writer_with_num_threads(1, 15_000_000).unwrap();
        for one in texts {
            writer.add_document(doc!(text => *one)).unwrap();
        }
        writer.commit().unwrap();
        // Queries are cut into words alone; the same name, another table.
        let of_queries = TokenizerManager::new();
        of_queries.register("vanban", VanbanTokenizer::new(Terms::Words, folding));
        let queries = QueryParser::new(index.schema(), vec![text], of_queries);
        Library { index, text, queries }
    }

    fn query(&self, words: &str) -> Box<dyn Query> {
        self.queries.parse_query(words).unwrap()
    }

    fn count(&self, words: &str) -> usize {
        self.index.reader().unwrap().searcher().search(&self.query(words), &Count).unwrap()
    }

    /// What the snippet of the best hit highlights in its fragment.
    fn highlighted(&self, words: &str) -> Vec<String> {
        let searcher = self.index.reader().unwrap().searcher();
        let query = self.query(words);
        let best = searcher.search(&query, &TopDocs::with_limit(1).order_by_score()).unwrap();
        let found: TantivyDocument = searcher.doc(best[0].1).unwrap();
        let snippets = SnippetGenerator::create(&searcher, &query, self.text).unwrap();
        let text = found.get_first(self.text).unwrap().as_str().unwrap();
        let snippet = snippets.snippet(text);
        snippet.highlighted().iter().map(|r| snippet.fragment()[r.clone()].to_owned()).collect()
    }
}

const PAGES: [&str; 3] = [
    "Cục hỗ trợ doanh nghiệp nhỏ và vừa tại Hòa Bình.", // "The agency supports small and medium enterprises in Hòa Bình."
    "Hoa hồng nở; nông nghiệp phát triển.",             // "Roses bloom; agriculture grows."
    "Quyết định số 3768/QĐ-BCT về khuyến công.",        // "Decision no. 3768/QĐ-BCT on industry promotion."
];

#[test]
fn phrases_and_words_are_found() {
    let library = Library::new(Folding::Case, &PAGES);
    assert_eq!(library.count("\"hỗ trợ doanh nghiệp nhỏ\""), 1);
    assert_eq!(library.count("\"doanh nghiệp hỗ trợ\""), 0);
    assert_eq!(library.count("\"doanh nghiệp\""), 1);
    assert_eq!(library.count("\"DOANH NGHIỆP\""), 1);
}

#[test]
fn a_syllable_is_found_inside_a_word() {
    let library = Library::new(Folding::Case, &PAGES);
    assert_eq!(library.count("nghiệp"), 2);
    assert_eq!(library.count("\"nghiệp phát triển\""), 1, "the syllable has the position of its word");
    assert_eq!(library.count("3768"), 1);
    assert_eq!(library.count("\"3768/QĐ-BCT\""), 1);
}

#[test]
fn words_alone_hide_their_syllables() {
    let mut tokenizer = tantivy::tokenizer::TextAnalyzer::from(VanbanTokenizer::new(Terms::Words, Folding::Case));
    let mut stream = tokenizer.token_stream("doanh nghiệp nhỏ");
    let mut keys = Vec::new();
    stream.process(&mut |t| keys.push(t.text.clone()));
    assert_eq!(keys, ["doanh_nghiệp", "nhỏ"]);
}

#[test]
fn folding_decides_which_spellings_match() {
    let exact = Library::new(Folding::Case, &PAGES);
    assert_eq!((exact.count("hòa"), exact.count("hoà"), exact.count("HOÀ"), exact.count("hoa")), (1, 1, 1, 1));
    assert_eq!(exact.count("hoà AND nở"), 0, "hoà is not hoa");
    let bare = Library::new(Folding::Marks, &PAGES);
    assert_eq!((bare.count("hòa"), bare.count("hoà"), bare.count("hoa")), (2, 2, 2));
    assert_eq!(bare.count("nghiep"), 2);
}

#[test]
fn a_snippet_highlights_the_readers_text() {
    let library = Library::new(Folding::Case, &["👍 Năm 2018, DOANH  NGHIỆP ở Hoà Bình tăng."]);
    assert_eq!(library.highlighted("\"doanh nghiệp\""), ["DOANH  NGHIỆP"]);
    assert_eq!(library.highlighted("nghiệp"), ["NGHIỆP"]);
    assert_eq!(library.highlighted("hòa"), ["Hoà"]);
}

#[test]
fn decomposed_text_is_found_and_highlighted_as_it_stands() {
    // "hoà bình" and "Đường" with their marks as characters of their own.
    let text = "Vi\u{65}\u{323}\u{302}t Nam hoa\u{300} bi\u{300}nh";
    let library = Library::new(Folding::Case, &[text]);
    assert_eq!(library.count("\"hòa bình\""), 1);
    assert_eq!(library.highlighted("hoà"), ["hoa\u{300}"]);
    assert_eq!(library.highlighted("\"Việt Nam\""), ["Vi\u{65}\u{323}\u{302}t Nam"]);
}

#[test]
fn one_tokenizer_for_texts_and_queries_works_too() {
    let library = Library::new(Folding::Case, &PAGES);
    let queries = QueryParser::for_index(&library.index, vec![library.text]);
    let searcher = library.index.reader().unwrap().searcher();
    for (words, hits) in [("\"doanh nghiệp\"", 1), ("\"hỗ trợ doanh nghiệp nhỏ\"", 1), ("nghiệp", 2)] {
        let query = queries.parse_query(words).unwrap();
        assert_eq!(searcher.search(&query, &Count).unwrap(), hits, "{words}");
    }
}

#[test]
fn text_without_words_gives_no_terms() {
    let library = Library::new(Folding::Case, &["", " \n!? … 👍"]);
    assert_eq!(library.count("hòa"), 0);
}
