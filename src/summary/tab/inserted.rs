//! A source inserted as a sentence, and the same sentence put otherwise.

use super::composer::{Composer, SourceRow};
use crate::summary::gather::{Phrases, phrasings};
use crate::summary::model::Source;

/// A sentence that was inserted: of which source, in which phrasing, as the editor has it.
#[derive(Clone, Debug)]
pub(super) struct Inserted {
    source: SourceRow,
    turn: usize,
    text: String,
}

/// Why a sentence was not put otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// No sentence just inserted stands in the text any more.
    Gone,
    /// There is only one way to put it.
    OnlyOne,
}

impl Composer {
    /// Writes the sentence of the source under the cursor on a line of its own, after the line of the text's cursor.
    pub(super) fn insert_source(&mut self) -> bool {
        let Some(source) = self.sources.get(self.source).copied() else {
            return false;
        };
        let Some(sentence) = self.sentence(source, 0) else {
            return false;
        };
        self.insert_line(&sentence);
        let text = self.editor.line(self.editor.cursor().0).to_owned();
        self.inserted = Some(Inserted { source, turn: 0, text });
        true
    }

    /// Puts the next phrasing in the place of the sentence just inserted; which of how many it is.
    pub(super) fn rephrase(&mut self) -> Result<(usize, usize), Kept> {
        let inserted = self.inserted.clone().ok_or(Kept::Gone)?;
        let (item, stream) = self.told(&inserted.source).ok_or(Kept::Gone)?;
        let source = self.here().map_or(Source::Free, |section| section.source);
        let points = matches!(source, Source::Forecast | Source::Recommendation);
        let all = if points { 1 } else { phrasings(&self.material, item, stream, &self.phrases) };
        let line = self.editor.lines().position(|line| line == inserted.text).ok_or(Kept::Gone)?;
        if all < 2 {
            return Err(Kept::OnlyOne);
        }
        let turn = (inserted.turn + 1) % all;
        let sentence = self.sentence(inserted.source, turn).ok_or(Kept::Gone)?;
        let sentence = self.marked.take_in(&sentence);
        let lines = self.editor.lines().enumerate();
        let text: Vec<&str> =
            lines.map(|(at, text)| if at == line { sentence.as_str() } else { text }).collect();
        let text = text.join("\n");
        self.editor.replace(&text);
        self.editor.set_cursor(line, sentence.len());
        self.inserted = Some(Inserted { turn, text: sentence, ..inserted });
        self.recheck();
        Ok((turn + 1, all))
    }

    /// Takes the sentences of the file as they are now.
    pub(super) fn take_phrases(&mut self, phrases: Phrases) {
        self.phrases = phrases;
    }
}
