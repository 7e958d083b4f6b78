//! Words of rounds: enumerations, shares, what figures mean, what cannot be, and results ready to be cited.

use chrono::NaiveDate;

use super::model::{
    Answer, Figures, Holds, Meaning, NotASurvey, Problem, Question, Sampling, Survey, Tells, Why,
};
use crate::words::Words;

/// Words of a way of sampling.
pub fn sampling(words: &Words, way: Sampling) -> &str {
    match way {
        Sampling::Unsaid => words.survey_sampling_unsaid(),
        Sampling::Random => words.survey_sampling_random(),
        Sampling::Quota => words.survey_sampling_quota(),
        Sampling::Convenience => words.survey_sampling_convenience(),
        Sampling::Everyone => words.survey_sampling_everyone(),
    }
}

/// The same where it stands alone.
pub fn sampling_alone(words: &Words, way: Sampling) -> &str {
    if way == Sampling::Unsaid { words.survey_sampling_missing() } else { sampling(words, way) }
}

/// Days of a round: `01–15/10/2026`, or empty.
pub fn days(words: &Words, from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from != to => format!("{} – {}", words.day(from), words.day(to)),
        (Some(day), _) | (None, Some(day)) => words.day(day),
        (None, None) => String::new(),
    }
}

/// A unit's name, or that of the round as a whole.
pub fn unit<'a>(words: &'a Words, name: &'a str) -> &'a str {
    if name.is_empty() { words.survey_whole() } else { name }
}

/// How many forms were handed out, came back and count.
pub fn forms_told(words: &Words, figures: &Figures) -> String {
    if *figures == Figures::of(&[]) {
        return words.survey_forms_none().to_owned();
    }
    let rate = |rate: Option<i64>| rate.map_or_else(String::new, |rate| format!(" ({})", words.share(rate)));
    words.survey_forms_told(
        count(words, figures.issued),
        count(words, figures.returned),
        rate(figures.return_rate()),
        count(words, figures.valid),
        rate(figures.valid_rate()),
    )
}

/// Names that mean no unit, as they are told.
pub fn unknown_units(words: &Words, names: &[String]) -> String {
    let told: Vec<&str> = names.iter().take(UNKNOWN_TOLD).map(String::as_str).collect();
    let more = if names.len() > UNKNOWN_TOLD { ", …" } else { "" };
    words.survey_units_unknown(names.len() as i64, format!("{}{more}", told.join(", ")))
}

/// Names that are told.
const UNKNOWN_TOLD: usize = 8;

/// A number that may not be written down.
pub fn count(words: &Words, count: i64) -> String {
    if count == 0 { "–".to_owned() } else { words.number(count) }
}

/// A sentence about figures that cannot be.
pub fn problem(words: &Words, problem: &Problem) -> String {
    let number = |count: &i64| words.number(*count);
    match problem {
        Problem::MoreReturned(name, many, of) => {
            words.survey_problem_returned(number(many), number(of), unit(words, name))
        }
        Problem::MoreValid(name, many, of) => {
            words.survey_problem_valid(number(many), number(of), unit(words, name))
        }
        Problem::MoreAnswers(at, many, of) => {
            words.survey_problem_answers(number(many), words.number(*at as i64), number(of))
        }
        Problem::MoreOfOne(at, label, many, of) => {
            words.survey_problem_one(label.as_str(), number(many), words.number(*at as i64), number(of))
        }
    }
}

/// What the shares of a base may say beyond those who answered.
pub fn meaning(words: &Words, meaning: Meaning) -> String {
    match meaning {
        Meaning::Margin(tenths) => words.survey_margin(words.tenths(tenths)),
        Meaning::TooFew => words.survey_margin_few(super::model::LEAST_FOR_MARGIN),
        Meaning::Everyone => words.survey_everyone().to_owned(),
        Meaning::OnlyThose => words.survey_only_those().to_owned(),
    }
}

/// What the shares of a question are of.
pub fn base(words: &Words, question: &Question, valid: i64) -> String {
    match question.base(valid) {
        None => words.survey_base_none().to_owned(),
        Some(base) if base < super::model::FEWEST => {
            words.survey_base_few(super::model::FEWEST, words.number(base))
        }
        Some(base) if valid > 0 => words.survey_base_valid(words.number(base)),
        Some(base) => words.survey_base_given(words.number(base)),
    }
}

/// What a column holds, or why it is left out.
pub fn holds(words: &Words, holds: Holds) -> String {
    match holds {
        Holds::Single => words.survey_holds_single().to_owned(),
        Holds::Multiple => words.survey_holds_multiple().to_owned(),
        Holds::Unit => words.survey_holds_unit().to_owned(),
        Holds::Out(Why::Identity(tells)) => words.survey_out_identity(self::tells(words, tells)),
        Holds::Out(Why::FreeText) => words.survey_out_text().to_owned(),
        Holds::Out(Why::Numbers) => words.survey_out_numbers().to_owned(),
        Holds::Out(Why::Empty) => words.survey_out_empty().to_owned(),
        Holds::Out(Why::Repeats) => words.survey_out_repeats().to_owned(),
        Holds::Out(Why::Chosen) => words.survey_out_chosen().to_owned(),
    }
}

fn tells(words: &Words, tells: Tells) -> &str {
    match tells {
        Tells::Name => words.survey_tells_name(),
        Tells::Phone => words.survey_tells_phone(),
        Tells::Email => words.survey_tells_email(),
        Tells::Number => words.survey_tells_number(),
        Tells::Address => words.survey_tells_address(),
        Tells::Birth => words.survey_tells_birth(),
        Tells::Profile => words.survey_tells_profile(),
        Tells::Moment => words.survey_tells_moment(),
        Tells::Place => words.survey_tells_place(),
        Tells::Device => words.survey_tells_device(),
        Tells::Picture => words.survey_tells_picture(),
    }
}

/// Why nothing is taken from a file.
pub fn refused(words: &Words, refused: NotASurvey) -> String {
    match refused {
        NotASurvey::Secret(mark) => words.import_secret(mark),
        NotASurvey::NoSheet => words.survey_no_sheet().to_owned(),
        NotASurvey::NoQuestions => words.survey_no_questions().to_owned(),
        NotASurvey::NoRows => words.survey_no_rows().to_owned(),
    }
}

/// An answer as a sentence for a report, with its base and what it may say.
pub fn cited(words: &Words, survey: &Survey, question: &Question, answer: &Answer) -> String {
    let valid = Figures::of(&survey.units).valid;
    let known = &survey.known;
    let when = known.date_to.or(known.date_from).map(|day| day.format("%m/%Y").to_string());
    let title = match when {
        Some(month) => words.survey_cite_month(month, known.title.as_str()),
        None => words.survey_cite_round(known.title.as_str()),
    };
    let number = words.number(answer.answers);
    let base = question.base(valid);
    let counts = match base {
        Some(base) if valid > 0 => words.survey_cite_valid(number, words.number(base)),
        Some(base) => words.survey_cite_given(number, words.number(base)),
        None => words.survey_cite_count(number),
    };
    let figure = match question.share(answer.answers, valid) {
        Some(share) => format!("{} ({counts})", words.share(share)),
        None => counts,
    };
    let said = words.survey_cited(figure, answer.label.as_str(), question.body.as_str(), title);
    format!("{said} {}", meaning(words, Meaning::of(known.sampling, base)))
}

/// Questions as a table of lines and tabs, for Word and Excel.
pub fn table(words: &Words, survey: &Survey, questions: &[&Question]) -> String {
    let valid = Figures::of(&survey.units).valid;
    let mut lines = vec![survey.known.title.clone()];
    for question in questions {
        let number = survey.questions.iter().position(|known| known == *question).map_or(0, |at| at + 1);
        lines.push(format!(
            "{}. {}\t{}\t{}",
            words.number(number as i64),
            question.body,
            words.survey_column_count(),
            words.survey_column_share()
        ));
        for answer in &question.answers {
            let share =
                question.share(answer.answers, valid).map_or_else(String::new, |share| words.tenths(share));
            lines.push(format!("{}\t{}\t{share}", answer.label, answer.answers));
        }
        if let Some(left) = question.unanswered(valid) {
            let share = question.share(left, valid).map_or_else(String::new, |share| words.tenths(share));
            lines.push(format!("{}\t{left}\t{share}", words.survey_unanswered()));
        }
        lines.push(told_under(words, survey, question));
    }
    lines.join("\n")
}

/// What stands under the answers of a question: the base, whether shares sum up, what they may say.
pub fn told_under(words: &Words, survey: &Survey, question: &Question) -> String {
    let valid = Figures::of(&survey.units).valid;
    let mut told = vec![base(words, question, valid)];
    if question.multiple {
        told.push(words.survey_sum_passes().to_owned());
    }
    told.push(meaning(words, Meaning::of(survey.known.sampling, question.base(valid))));
    told.join(" ")
}
