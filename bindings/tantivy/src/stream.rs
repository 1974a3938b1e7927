//! The terms of a text, one after the other.

use crate::Terms;
use tantivy_tokenizer_api::{Token, TokenStream};
use vanban::{Document, Folding, Term, TermKind};

/// The terms of one text in order.
#[derive(Debug)]
pub struct VanbanTokenStream {
    /// What is still to come. The words of a text depend on their neighbours, so they are all known before the first is
    /// handed out.
    rest: std::vec::IntoIter<Term>,
    token: Token,
}

impl VanbanTokenStream {
    pub(crate) fn new(doc: &Document<'_>, terms: Terms, folding: Folding) -> VanbanTokenStream {
        let wanted = |t: &Term| terms == Terms::WordsAndSyllables || t.kind == TermKind::Token;
        let rest: Vec<Term> = doc.terms(folding).filter(wanted).collect();
        VanbanTokenStream { rest: rest.into_iter(), token: Token::default() }
    }
}

impl TokenStream for VanbanTokenStream {
    fn advance(&mut self) -> bool {
        let Some(term) = self.rest.next() else {
            return false;
        };
        self.token = Token {
            offset_from: term.span.start(),
            offset_to: term.span.end(),
            position: term.position,
            text: term.key,
            position_length: 1,
        };
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
