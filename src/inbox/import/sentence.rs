//! Streams made of a sentence that a person points at in a text.

use std::ops::Range;

use super::{sentences, streams};
use crate::inbox::model::NewStream;

/// The sentences of a text, as ranges of its bytes.
pub fn sentences_of(text: &str) -> Vec<Range<usize>> {
    sentences::split(text).into_iter().map(|(start, end)| start..end).collect()
}

/// The streams that sentences taken together make: each that is recognised in a single one, else one that says them all, with the
/// group, the band and the tendency of the first that has any.
pub fn streams_of(chosen: &[String]) -> Vec<NewStream> {
    let found = streams::streams(chosen, None);
    if chosen.len() == 1 && !found.is_empty() {
        return found;
    }
    let gist = chosen.iter().map(|sentence| sentence.trim()).collect::<Vec<_>>().join(" ");
    let first = found.into_iter().next().unwrap_or_default();
    vec![NewStream { gist, ..first }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inbox::model::{Band, Tendency};

    fn of(sentences: &[&str]) -> Vec<NewStream> {
        streams_of(&sentences.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn a_sentence_that_says_who_and_how_many_is_read_so() {
        let found = of(&["Nhiều phụ huynh băn khoăn về giá sách giáo khoa tăng."]);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].band, found[0].tendency), (Band::Many, Tendency::Worry));
        assert_eq!(found[0].group_name, "phụ huynh");
    }

    #[test]
    fn one_that_says_neither_is_a_stream_all_the_same() {
        let found = of(&["Trời mưa to ba ngày liền."]);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].band, found[0].tendency), (Band::Unknown, Tendency::Unclear));
        assert_eq!(found[0].gist, "Trời mưa to ba ngày liền.");
    }

    #[test]
    fn several_taken_together_are_one_stream_that_says_them_all() {
        let found = of(&["Nước đục cả tuần.", "Nhiều hộ dân bức xúc vì phải mua nước."]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].gist, "Nước đục cả tuần. Nhiều hộ dân bức xúc vì phải mua nước.");
        assert_eq!(found[0].tendency, Tendency::Disagree);
    }
}
