//! The text of an item sentence by sentence: each becomes a stream of opinion on one key.

use std::ops::Range;

use uuid::Uuid;

use super::window::Window;
use super::{Command, Effects, Query, State, Told, form, personal, queue};
use crate::inbox::labels;
use crate::inbox::model::Tendency;
use crate::inbox::rows::{ItemCard, StreamRow};
use crate::screen::popup::Outcome;
use crate::screen::{Action, Effect, Moment, Notice};
use crate::text::fold;
use crate::text::personal as data;

/// A sentence of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// Its words.
    pub text: String,
    /// Streams it was made, or that say what it says.
    pub streams: Vec<StreamRow>,
    /// It may tell who somebody is.
    pub personal: bool,
    /// Marked, to be one stream with the others that are.
    pub marked: bool,
}

/// The window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentences {
    item: Uuid,
    /// Number of the report and title.
    pub heading: String,
    /// The sentences in the order of the text.
    pub sentences: Vec<Sentence>,
    /// The one under the cursor.
    pub cursor: usize,
}

/// What is written about streams of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StreamWrite {
    /// Makes a stream of these sentences.
    Take(Vec<String>),
    /// Takes these away.
    Remove(Vec<Uuid>),
    /// Sets their tendency.
    Tendency(Vec<Uuid>, Tendency),
}

/// What a person wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// To write.
    Write(StreamWrite),
    /// The form of the item.
    Edit,
    /// To mask what may tell who somebody is.
    Mask,
    /// To take back what was done last.
    Undo,
}

/// The tendencies a key goes through, from for to against.
const TENDENCIES: [Tendency; 5] =
    [Tendency::Agree, Tendency::Wish, Tendency::Worry, Tendency::Disagree, Tendency::Unclear];

impl Sentences {
    fn of(card: &ItemCard, ranges: &[Range<usize>]) -> Self {
        let sentences = ranges
            .iter()
            .filter_map(|range| card.body.get(range.clone()))
            .map(|text| Sentence {
                text: text.to_owned(),
                streams: card.streams.iter().filter(|stream| says(text, &stream.gist)).cloned().collect(),
                personal: data::find(text).iter().any(|found| found.kind != data::Kind::Official),
                marked: false,
            })
            .collect();
        Self {
            item: card.row.item,
            heading: format!("{} {}", card.row.arrival_number, card.row.title),
            sentences,
            cursor: 0,
        }
    }

    /// The sentence under the cursor.
    pub fn sentence(&self) -> Option<&Sentence> {
        self.sentences.get(self.cursor)
    }

    /// How many are marked.
    pub fn marked(&self) -> usize {
        self.sentences.iter().filter(|sentence| sentence.marked).count()
    }

    /// Whether an action would do something now.
    pub(super) fn works(&self, action: &Action) -> bool {
        let streams = self.sentence().is_some_and(|sentence| !sentence.streams.is_empty());
        match action {
            Action::Open => self.marked() > 0 || !streams,
            Action::Left | Action::Right | Action::Delete => streams,
            Action::MaskPersonal => self.sentences.iter().any(|sentence| sentence.personal),
            _ => true,
        }
    }

    fn chosen(&self) -> Vec<String> {
        let marked = self.sentences.iter().filter(|sentence| sentence.marked);
        let marked: Vec<String> = marked.map(|sentence| sentence.text.clone()).collect();
        if marked.is_empty() {
            self.sentence().map(|sentence| sentence.text.clone()).into_iter().collect()
        } else {
            marked
        }
    }

    fn streams_here(&self) -> Vec<Uuid> {
        self.sentence()
            .map_or_else(Vec::new, |sentence| sentence.streams.iter().map(|stream| stream.id).collect())
    }

    pub(super) fn update(&mut self, action: &Action) -> Outcome<Wish> {
        let last = self.sentences.len().saturating_sub(1);
        if !self.works(action) {
            return Outcome::Unused;
        }
        let wish = match action {
            Action::Up => {
                self.cursor = self.cursor.saturating_sub(1);
                return Outcome::Open;
            }
            Action::Down => {
                self.cursor = (self.cursor + 1).min(last);
                return Outcome::Open;
            }
            Action::Home => {
                self.cursor = 0;
                return Outcome::Open;
            }
            Action::End => {
                self.cursor = last;
                return Outcome::Open;
            }
            Action::Mark => {
                if let Some(sentence) = self.sentences.get_mut(self.cursor) {
                    sentence.marked = !sentence.marked;
                }
                self.cursor = (self.cursor + 1).min(last);
                return Outcome::Open;
            }
            Action::Open => Wish::Write(StreamWrite::Take(self.chosen())),
            Action::Delete => Wish::Write(StreamWrite::Remove(self.streams_here())),
            Action::Left | Action::Right => {
                let now = self.sentence().and_then(|sentence| sentence.streams.first());
                let at = TENDENCIES.iter().position(|one| Some(*one) == now.map(|stream| stream.tendency));
                let count = TENDENCIES.len();
                let step = if *action == Action::Right { 1 } else { count - 1 };
                let next = TENDENCIES[(at.unwrap_or(count - 1) + step) % count];
                Wish::Write(StreamWrite::Tendency(self.streams_here(), next))
            }
            Action::Edit => Wish::Edit,
            Action::MaskPersonal => Wish::Mask,
            Action::Undo => Wish::Undo,
            Action::Back | Action::NextPane => return Outcome::Cancelled,
            _ => return Outcome::Unused,
        };
        Outcome::Chosen(wish)
    }
}

/// Whether a stream says what a sentence says, or a part of it.
fn says(sentence: &str, gist: &str) -> bool {
    let plain = |text: &str| fold(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let (sentence, gist) = (plain(sentence), plain(gist));
    let gist = gist.trim_end_matches(['.', ';', ',', '!', '?']);
    let whole = sentence.trim_end_matches(['.', ';', ',', '!', '?']);
    !gist.is_empty() && !whole.is_empty() && (sentence.contains(gist) || gist.contains(whole))
}

/// Asks for the sentences of the item under the cursor.
pub(super) fn ask(state: &State) -> Effects {
    state.list.current_id().map(|item| Effect::ReadNow(Query::Sentences(item))).into_iter().collect()
}

/// Asks for them again while the window is open, because something was written.
pub(super) fn again(state: &State) -> Effects {
    match &state.window {
        Some(Window::Sentences(open)) => vec![Effect::ReadNow(Query::Sentences(open.item))],
        _ => Effect::none(),
    }
}

/// Streams of an item are in the file: the window, when it is still open, and the preview are read anew.
pub(super) fn written(state: &State, item: Uuid) -> Effects {
    let mut effects = again(state);
    if effects.is_empty() {
        effects.push(Effect::ReadNow(Query::Cards(vec![item])));
    }
    effects
}

/// Shows the sentences, the cursor on the one it stood on.
pub(super) fn open(state: &mut State, found: Option<Told>, moment: &Moment) -> Effects {
    let Some((card, ranges)) = found else {
        return queue::gone(moment);
    };
    let mut shown = Sentences::of(&card, &ranges);
    if shown.sentences.is_empty() {
        return vec![Effect::Notify(Notice::note(moment.words.inbox_sentences_none()))];
    }
    if let Some(Window::Sentences(before)) = &state.window
        && before.item == shown.item
    {
        shown.cursor = before.cursor.min(shown.sentences.len() - 1);
    }
    state.cards.add(vec![*card]);
    state.window = Some(Window::Sentences(shown));
    Effect::none()
}

/// Does what was wished; the window stays open but for the form.
pub(super) fn run(open: &mut Sentences, wish: Wish, moment: &Moment) -> (bool, Effects) {
    let words = moment.words;
    match wish {
        Wish::Write(write) => {
            let said = match &write {
                StreamWrite::Take(_) => words.inbox_sentence_taken().to_owned(),
                StreamWrite::Remove(_) => words.inbox_sentence_removed().to_owned(),
                StreamWrite::Tendency(_, tendency) => labels::tendency(words, *tendency).to_owned(),
            };
            if matches!(write, StreamWrite::Take(_)) {
                open.cursor = (open.cursor + 1).min(open.sentences.len().saturating_sub(1));
            }
            let command = Command::Streams(open.item, write);
            (true, vec![Effect::Write(command), Effect::Notify(Notice::done(said))])
        }
        Wish::Edit => (false, form::open(form::Subject::Item(open.item))),
        Wish::Mask => (false, personal::ask(vec![open.item])),
        Wish::Undo => (true, vec![Effect::Undo]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card() -> ItemCard {
        ItemCard {
            body: "Nước đục cả tuần. Nhiều hộ dân bức xúc, gọi chị Hương 0912 345 678.".to_owned(),
            streams: vec![StreamRow {
                id: Uuid::from_u128(7),
                tendency: Tendency::Worry,
                gist: "nước đục cả tuần".to_owned(),
                ..StreamRow::default()
            }],
            ..ItemCard::default()
        }
    }

    fn window() -> Sentences {
        let card = card();
        let first = card.body.find("tuần.").unwrap() + "tuần.".len();
        Sentences::of(&card, &[0..first, first + 1..card.body.len()])
    }

    #[test]
    fn a_sentence_that_is_a_stream_already_is_known_and_is_not_taken_twice() {
        let mut open = window();
        assert_eq!(open.sentences[0].streams.len(), 1);
        assert!(!open.sentences[0].personal && open.sentences[1].personal);
        assert_eq!(open.update(&Action::Open), Outcome::Unused);
        let wish = Wish::Write(StreamWrite::Tendency(vec![Uuid::from_u128(7)], Tendency::Disagree));
        assert_eq!(open.update(&Action::Right), Outcome::Chosen(wish));
        let wish = Wish::Write(StreamWrite::Tendency(vec![Uuid::from_u128(7)], Tendency::Wish));
        assert_eq!(open.update(&Action::Left), Outcome::Chosen(wish));
        open.update(&Action::Down);
        assert_eq!(open.update(&Action::Right), Outcome::Unused, "nothing to change");
        let wish = Wish::Write(StreamWrite::Take(vec![open.sentences[1].text.clone()]));
        assert_eq!(open.update(&Action::Open), Outcome::Chosen(wish));
    }

    #[test]
    fn marked_sentences_are_taken_together() {
        let mut open = window();
        open.update(&Action::Mark);
        open.update(&Action::Mark);
        assert_eq!(open.marked(), 2);
        let both = open.sentences.iter().map(|sentence| sentence.text.clone()).collect();
        assert_eq!(open.update(&Action::Open), Outcome::Chosen(Wish::Write(StreamWrite::Take(both))));
    }
}
