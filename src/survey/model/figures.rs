//! What figures of a round mean: rates, shares and their base, where a margin of error is honest, and what cannot be.

use super::{Forms, Question, Sampling, Survey};

/// Under so many forms no share is told: single people could be read out of it.
pub const FEWEST: i64 = 5;
/// From so many forms on the normal curve may stand for a share of a half, which is the worst case (Cochran, Sampling
/// Techniques, 3rd edition, table 3.3).
pub const LEAST_FOR_MARGIN: i64 = 30;
/// Standard errors on both sides that hold 95 of a hundred samples.
const OF_95: f64 = 1.96;

/// Sums of a round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Handed out.
    pub issued: i64,
    /// Come back.
    pub returned: i64,
    /// Of those, filled in so that they count.
    pub valid: i64,
    /// Every row that tells how many came back tells how many were handed out.
    issued_whole: bool,
    /// Every row that tells how many count tells how many came back.
    returned_whole: bool,
}

impl Figures {
    /// The sums of the forms.
    pub fn of(units: &[Forms]) -> Self {
        let sum = |of: fn(&Forms) -> i64| units.iter().map(of).fold(0, i64::saturating_add);
        Self {
            issued: sum(|forms| forms.issued),
            returned: sum(|forms| forms.returned),
            valid: sum(|forms| forms.valid),
            issued_whole: units.iter().all(|forms| forms.issued > 0 || forms.returned == 0),
            returned_whole: units.iter().all(|forms| forms.returned > 0 || forms.valid == 0),
        }
    }

    /// Come back of those handed out, in tenths of a hundredth; `None` where that is not known or cannot be.
    pub fn return_rate(&self) -> Option<i64> {
        let known = self.issued_whole && self.returned > 0 && self.returned <= self.issued;
        known.then(|| tenths(self.returned, self.issued)).flatten()
    }

    /// Valid of those that came back.
    pub fn valid_rate(&self) -> Option<i64> {
        let known = self.returned_whole && self.valid > 0 && self.valid <= self.returned;
        known.then(|| tenths(self.valid, self.returned)).flatten()
    }
}

/// A part of a whole in tenths of a hundredth, rounded half up.
pub fn tenths(part: i64, whole: i64) -> Option<i64> {
    let (part, whole) = (i128::from(part), i128::from(whole));
    let share = (part * 2000 + whole).checked_div(whole * 2).filter(|_| whole > 0 && part >= 0)?;
    i64::try_from(share).ok()
}

impl Question {
    /// All answers given.
    pub fn given(&self) -> i64 {
        self.answers.iter().map(|answer| answer.answers).fold(0, i64::saturating_add)
    }

    /// What the shares of its answers are of: the valid forms; where nobody wrote those down, the answers to a question with one
    /// answer each. `None` where it is not known.
    pub fn base(&self, valid: i64) -> Option<i64> {
        if valid > 0 { Some(valid) } else { Some(self.given()).filter(|given| !self.multiple && *given > 0) }
    }

    /// Forms without an answer to a question with one answer each; `None` where that cannot be told.
    pub fn unanswered(&self, valid: i64) -> Option<i64> {
        (!self.multiple && valid > 0).then(|| valid - self.given()).filter(|left| *left > 0)
    }

    /// The share of an answer in tenths of a hundredth; `None` where it would tell too much of few people, or nothing.
    pub fn share(&self, answers: i64, valid: i64) -> Option<i64> {
        let base = self.base(valid).filter(|base| *base >= FEWEST)?;
        if answers > base { None } else { tenths(answers, base) }
    }
}

/// What may be said of the figures beyond those who answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// So many tenths of a point on either side, in 95 of a hundred samples, at worst.
    Margin(i64),
    /// The sample was random and is too small for a margin.
    TooFew,
    /// The whole group was asked: there is no chance in who was.
    Everyone,
    /// They tell of those who answered and of nobody else.
    OnlyThose,
}

impl Meaning {
    /// What the shares of a base may say. The margin is that of a share of a half, which no other exceeds; the population is
    /// not known, so nothing is taken off for its being small.
    pub fn of(sampling: Sampling, base: Option<i64>) -> Self {
        match (sampling, base) {
            (Sampling::Random, Some(base)) if base >= LEAST_FOR_MARGIN => {
                Self::Margin((OF_95 * (0.25 / base as f64).sqrt() * 1000.0).ceil() as i64)
            }
            (Sampling::Random, _) => Self::TooFew,
            (Sampling::Everyone, _) => Self::Everyone,
            _ => Self::OnlyThose,
        }
    }
}

/// Figures that cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// More came back than were handed out: unit, how many, of how many.
    MoreReturned(String, i64, i64),
    /// More count than came back.
    MoreValid(String, i64, i64),
    /// A question with one answer each has more answers than there are valid forms: its number, how many, of how many.
    MoreAnswers(usize, i64, i64),
    /// An answer was given more often than there are valid forms.
    MoreOfOne(usize, String, i64, i64),
}

/// Everything that cannot be, in the order it is read.
pub fn problems(survey: &Survey) -> Vec<Problem> {
    let mut found = Vec::new();
    for forms in &survey.units {
        let name = || forms.unit_name.clone();
        if forms.issued > 0 && forms.returned > forms.issued {
            found.push(Problem::MoreReturned(name(), forms.returned, forms.issued));
        }
        if forms.returned > 0 && forms.valid > forms.returned {
            found.push(Problem::MoreValid(name(), forms.valid, forms.returned));
        }
    }
    let valid = Figures::of(&survey.units).valid;
    for (at, question) in survey.questions.iter().enumerate().filter(|_| valid > 0) {
        let given = question.given();
        if !question.multiple && given > valid {
            found.push(Problem::MoreAnswers(at + 1, given, valid));
            continue;
        }
        let over = question.answers.iter().filter(|answer| answer.answers > valid);
        found.extend(
            over.map(|answer| Problem::MoreOfOne(at + 1, answer.label.clone(), answer.answers, valid)),
        );
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::Answer;
    use super::*;

    fn question(multiple: bool, counts: &[i64]) -> Question {
        let answers =
            counts.iter().map(|answers| Answer { answers: *answers, ..Answer::default() }).collect();
        Question { multiple, answers, ..Question::default() }
    }

    #[test]
    fn shares_are_of_the_valid_forms_and_rounded_as_offices_do() {
        let one = question(false, &[250, 100, 30]);
        assert_eq!(one.share(250, 400), Some(625));
        assert_eq!(one.unanswered(400), Some(20));
        assert_eq!(tenths(1, 3), Some(333));
        assert_eq!(tenths(2, 3), Some(667));
        assert_eq!(tenths(1, 2000), Some(1), "half a tenth goes up");
        assert_eq!(tenths(1, 0), None);
        assert_eq!(tenths(i64::MAX, 1), None);
        // Nobody wrote the valid forms down: of those who answered.
        assert_eq!(one.share(190, 0), Some(500));
        assert_eq!(question(true, &[10, 10]).share(10, 0), None, "how many people that were is not known");
    }

    #[test]
    fn few_people_are_not_read_out() {
        assert_eq!(question(false, &[3, 1]).share(3, 4), None);
        assert_eq!(question(false, &[4, 1]).share(4, 5), Some(800));
    }

    #[test]
    fn a_margin_is_told_of_random_samples_only() {
        assert_eq!(Meaning::of(Sampling::Random, Some(400)), Meaning::Margin(49));
        assert_eq!(Meaning::of(Sampling::Random, Some(1068)), Meaning::Margin(30));
        assert_eq!(Meaning::of(Sampling::Random, Some(30)), Meaning::Margin(179));
        assert_eq!(Meaning::of(Sampling::Random, Some(29)), Meaning::TooFew);
        assert_eq!(Meaning::of(Sampling::Random, None), Meaning::TooFew);
        for way in [Sampling::Quota, Sampling::Convenience, Sampling::Unsaid] {
            assert_eq!(Meaning::of(way, Some(4000)), Meaning::OnlyThose);
        }
        assert_eq!(Meaning::of(Sampling::Everyone, Some(4000)), Meaning::Everyone);
    }

    #[test]
    fn rates_are_told_where_both_sides_are_known() {
        let forms = |issued, returned, valid| Forms { issued, returned, valid, ..Forms::default() };
        let whole = Figures::of(&[forms(100, 90, 81), forms(100, 70, 63)]);
        assert_eq!((whole.return_rate(), whole.valid_rate()), (Some(800), Some(900)));
        let part = Figures::of(&[forms(100, 90, 81), forms(0, 70, 63)]);
        assert_eq!((part.return_rate(), part.valid_rate()), (None, Some(900)));
        assert_eq!(Figures::of(&[forms(10, 20, 5)]).return_rate(), None);
    }

    #[test]
    fn what_cannot_be_is_named() {
        let survey = Survey {
            units: vec![
                Forms { unit_name: "xã A".into(), issued: 10, returned: 12, valid: 9, ..Forms::default() },
                Forms { unit_name: "xã B".into(), returned: 0, valid: 5, ..Forms::default() },
            ],
            questions: vec![question(false, &[10, 5]), question(true, &[14, 14]), question(true, &[15, 2])],
            ..Survey::default()
        };
        assert_eq!(
            problems(&survey),
            [
                Problem::MoreReturned("xã A".into(), 12, 10),
                Problem::MoreAnswers(1, 15, 14),
                Problem::MoreOfOne(3, String::new(), 15, 14),
            ]
        );
    }
}
