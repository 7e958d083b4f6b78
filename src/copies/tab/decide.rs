//! What waits for a decision.

use uuid::Uuid;

use super::{Command, Effects, Page, Query, State, Third, Window};
use crate::copies::labels;
use crate::copies::model::{Card, Datum, Question, QuestionKind};
use crate::screen::list::{Keyed, List};
use crate::screen::picker::{Choice, Picker};
use crate::screen::popup::{Confirm, Prompt};
use crate::screen::{Action, Effect, Moment, Notice};
use crate::text::dates::parse_day;
use crate::words::Words;

/// A question as a line of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionLine(pub Question);

impl Keyed for QuestionLine {
    type Id = Uuid;
    type Key = Uuid;
    fn id(&self) -> Uuid {
        self.0.id
    }
    fn key(&self) -> Uuid {
        self.0.id
    }
}

/// What waits.
#[derive(Debug, Default)]
pub struct Decisions {
    /// The list.
    pub list: List<QuestionLine>,
    /// It was read.
    pub ready: bool,
    /// Lines the sides are scrolled by.
    pub scroll: u16,
    /// Some question is about one field of a record.
    pub of_fields: bool,
}

impl Decisions {
    pub(super) fn take(&mut self, questions: Vec<Question>) {
        self.ready = true;
        self.of_fields = questions.iter().any(|question| question.column.is_some());
        self.list.set_whole(questions.into_iter().map(QuestionLine).collect());
    }
}

/// A way to answer a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Keeps a side: question and its place.
    Keep(Uuid, usize),
    /// Types a third value.
    Third(Box<Question>),
    /// Gives this row another number; carries the number it has.
    Number(Uuid, String),
    /// Takes a row out of a circle: table, column, row.
    TakeOut(&'static str, &'static str, Uuid),
    /// They are one: this row stays, that one goes into it.
    Join(Box<Joining>),
    /// They are not the same: table and the rows of each pair.
    Apart(&'static str, Vec<(Uuid, Uuid)>),
    /// What was edited goes to the row that stands for this one: the question, table, row.
    CarryOver(Uuid, &'static str, Uuid),
    /// Whether they are one, which copies differ about: the question, the place of the side that is right, the verdict, and
    /// true where that side joined them.
    Verdict(Uuid, usize, Uuid, bool),
}

/// Two rows that are to be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joining {
    /// Table of both.
    pub table: &'static str,
    /// The row that stays, and what it is called.
    pub keep: (Uuid, String),
    /// The row that goes, and what it is called.
    pub gone: (Uuid, String),
    /// Other pairs that are joined with them, the one that stays first: all matters of two equal reports.
    pub with: Vec<(Uuid, Uuid)>,
}

pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(Page::Decisions(page)) = &mut state.page else {
        return Effect::unused();
    };
    if page.list.go(action).is_some() {
        page.scroll = 0;
        return Effect::none();
    }
    match action {
        Action::ScrollDown => page.scroll = page.scroll.saturating_add(1),
        Action::ScrollUp => page.scroll = page.scroll.saturating_sub(1),
        _ => return ask(state, action, moment),
    }
    Effect::none()
}

fn ask(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(Page::Decisions(page)) = &mut state.page else {
        return Effect::unused();
    };
    let (Action::Open, Some(QuestionLine(question))) = (action, page.list.current()) else {
        return Effect::unused();
    };
    let words = moment.words;
    let picker = Picker::one(words.copies_how_to_decide(), choices(words, question));
    state.window = Some(Window::Answer(picker));
    Effect::none()
}

fn choices(words: &Words, question: &Question) -> Vec<Choice<Answer>> {
    let keep = |side| Answer::Keep(question.id, side);
    match question.kind {
        QuestionKind::Clash => {
            let values = question.sides.iter();
            let values =
                values.map(|side| labels::value_line(words, question.table, side.column, &side.value));
            let values = parted(values.collect());
            let sides = question.sides.iter().zip(values).enumerate().map(|(place, (side, value))| {
                Choice::new(keep(place), words.copies_keep(value), labels::person(words, &side.author))
            });
            let third = typed(words, question)
                .then(|| Choice::new(Answer::Third(Box::new(question.clone())), words.copies_third(), ""));
            sides.chain(third).collect()
        }
        QuestionKind::DeletedEdited => match &question.stands {
            Some((_, name)) => vec![
                Choice::new(
                    Answer::CarryOver(question.id, question.table, question.row),
                    words.copies_carry_over(name),
                    "",
                ),
                Choice::new(keep(0), words.copies_keep_joined(name), ""),
                Choice::new(keep(1), words.copies_keep_apart_again(), ""),
            ],
            None => vec![
                Choice::new(keep(1), words.copies_keep_edited(), ""),
                Choice::new(keep(0), words.copies_keep_deleted(), ""),
            ],
        },
        QuestionKind::JoinedOpposite => question
            .cards
            .iter()
            .zip(&question.verdicts)
            .map(|(card, side)| {
                let by = question.sides.get(*side).map(|side| labels::person(words, &side.author));
                Choice::new(keep(*side), words.copies_keep_row(card.name.as_str()), by.unwrap_or_default())
            })
            .collect(),
        QuestionKind::JoinedOrApart => joined_or_apart(words, question),
        QuestionKind::Circle => question
            .rows
            .iter()
            .map(|(row, name, _)| {
                let column = question.column.unwrap_or_default();
                let said =
                    words.copies_take_out(labels::column(words, question.table, column), name.as_str());
                Choice::new(Answer::TakeOut(question.table, column, *row), said, "")
            })
            .collect(),
        QuestionKind::DoublePerson | QuestionKind::DoubleUnit | QuestionKind::DoubleItem => {
            alike(words, question)
        }
        QuestionKind::DoubleCode => question
            .rows
            .iter()
            .map(|(row, described, _)| {
                let number = Answer::Number(*row, question.name.clone());
                Choice::new(number, words.copies_renumber(described.as_str()), "")
            })
            .collect(),
    }
}

/// Letters that values may begin with alike before they are shown from where they part.
const ALIKE: usize = 16;

/// Values that begin alike at length, each from the word where they part: a narrow window would cut off just what tells them
/// apart. In full they stand in the columns below.
fn parted(values: Vec<String>) -> Vec<String> {
    let Some((first, others)) = values.split_first() else { return values };
    let with = |other: &String| {
        let same = first.chars().zip(other.chars()).take_while(|(one, other)| one == other);
        same.map(|(letter, _)| letter.len_utf8()).sum::<usize>()
    };
    let same = others.iter().map(with).min().unwrap_or(0);
    let word = first[..same].rfind(' ').map_or(0, |blank| blank + 1);
    if others.is_empty() || first[..word].chars().count() < ALIKE {
        return values;
    }
    values.iter().map(|value| format!("…{}", &value[word..])).collect()
}

/// One copy joined them, another said that they are two.
fn joined_or_apart(words: &Words, question: &Question) -> Vec<Choice<Answer>> {
    let [joined, apart] = question.verdicts.as_slice() else { return Vec::new() };
    let by = |side: usize| {
        question.sides.get(side).map(|side| labels::person(words, &side.author)).unwrap_or_default()
    };
    vec![
        Choice::new(
            Answer::Verdict(question.id, *joined, question.row, true),
            words.copies_stay_joined(),
            by(*joined),
        ),
        Choice::new(
            Answer::Verdict(question.id, *apart, question.row, false),
            words.copies_part(),
            by(*apart),
        ),
    ]
}

/// Either stays, or they are two. All matters of two equal reports are decided at once.
fn alike(words: &Words, question: &Question) -> Vec<Choice<Answer>> {
    let [one, other] = question.cards.as_slice() else { return Vec::new() };
    let named = |card: &Card| (card.row, card.name.clone());
    let joining = |keep: &Card, gone: &Card, with: Vec<(Uuid, Uuid)>| {
        Answer::Join(Box::new(Joining { table: question.table, keep: named(keep), gone: named(gone), with }))
    };
    let join = |keep: &Card, gone: &Card| {
        let said = if question.kind == QuestionKind::DoubleItem {
            words.copies_keep_item(keep.name.as_str())
        } else {
            words.copies_keep_row(keep.name.as_str())
        };
        Choice::new(joining(keep, gone, Vec::new()), said, labels::person(words, &keep.author))
    };
    let apart = |pairs| Answer::Apart(question.table, pairs);
    let all = question.pairs.len() as u64;
    let mut choices = Vec::new();
    if all > 1 {
        let with: Vec<_> = question.pairs.iter().skip(1).copied().collect();
        let back = with.iter().map(|(one, other)| (*other, *one)).collect();
        for (keep, gone, with) in [(one, other, with), (other, one, back)] {
            let said = words.copies_keep_report(all, number(gone), number(keep));
            choices.push(Choice::new(joining(keep, gone, with), said, labels::person(words, &keep.author)));
        }
    }
    choices.push(join(one, other));
    choices.push(join(other, one));
    choices.push(Choice::new(apart(vec![(one.row, other.row)]), words.copies_apart(), ""));
    if all > 1 {
        choices.push(Choice::new(apart(question.pairs.clone()), words.copies_apart_all(all), ""));
    }
    choices
}

/// The arrival number of a matter's report.
fn number(card: &Card) -> &str {
    let field = card.fields.iter().find(|field| field.column == "arrival_number");
    match field.map(|field| &field.value) {
        Some(Datum::Text(number)) => number,
        _ => &card.name,
    }
}

/// Asks whether to make one of two rows, once it is known what hangs on the one that goes.
pub(super) fn joining(
    state: &mut State,
    joining: Joining,
    refer: &[(&'static str, usize)],
    moment: &Moment,
) -> Effects {
    let words = moment.words;
    let item = joining.table == "item";
    let many = joining.with.len() as u64;
    let mut lines = vec![if many > 0 {
        words.copies_join_items(joining.gone.1.as_str(), joining.keep.1.as_str(), many)
    } else if item {
        words.copies_join_item(joining.gone.1.as_str(), joining.keep.1.as_str())
    } else {
        words.copies_join_row(joining.gone.1.as_str(), joining.keep.1.as_str())
    }];
    lines.extend(refer.iter().map(|(table, count)| {
        format!("  {:>6}  {}", words.number(*count as i64), labels::table(words, table))
    }));
    lines.push(String::new());
    lines.push(words.copies_join_safe().to_owned());
    let title = words.copies_join();
    state.window = Some(Window::Join(Confirm::new(title, lines.join("\n"), joining)));
    Effect::none()
}

/// True where a value can be typed: texts, days and numbers, no identifiers, references and yes-or-no.
fn typed(words: &Words, question: &Question) -> bool {
    question.sides.iter().all(|side| match &side.value {
        Datum::Text(text) => labels::code(words, question.table, side.column, text).is_none(),
        Datum::Nothing => true,
        Datum::Number(_) => !labels::is_yes_or_no(side.column),
        Datum::Name(_) | Datum::Bytes(_) => false,
    })
}

/// Takes the way a person chose.
pub(super) fn answered(state: &mut State, answer: Answer, moment: &Moment) -> Effects {
    let words = moment.words;
    match answer {
        Answer::Keep(question, side) => return vec![Effect::Write(Command::Keep(question, side))],
        Answer::TakeOut(table, column, row) => {
            return vec![Effect::Write(Command::TakeOut(table, column, row))];
        }
        Answer::Join(joining) => return vec![Effect::ReadNow(Query::JoinSize(joining))],
        Answer::Apart(table, pairs) => return vec![Effect::Write(Command::Apart(table, pairs))],
        Answer::CarryOver(question, table, row) => {
            return vec![Effect::Write(Command::CarryOver(question, table, row))];
        }
        Answer::Verdict(question, side, verdict, joined) => {
            return vec![Effect::Write(Command::Verdict(question, side, verdict, joined))];
        }
        Answer::Third(question) => {
            let column = question.column.unwrap_or_default();
            let now = question.sides.first().map(|side| &side.value);
            let text = now.map_or_else(String::new, |value| match value {
                Datum::Nothing => String::new(),
                Datum::Number(number) => number.to_string(),
                value => labels::value(words, question.table, column, value),
            });
            let ask = words.copies_third_ask(labels::column(words, question.table, column));
            let prompt = Prompt::new(words.copies_third(), ask, &text, *question);
            state.window = Some(Window::Third(prompt));
        }
        Answer::Number(row, number) => {
            let prompt = Prompt::new(words.copies_number(), words.copies_number_ask(), &number, row);
            state.window = Some(Window::Number(prompt));
        }
    }
    Effect::none()
}

/// A third value was typed: it must be what the field holds.
pub(super) fn third(
    state: &mut State,
    prompt: Prompt<Question>,
    question: &Question,
    typed: &str,
    moment: &Moment,
) -> Effects {
    let words = moment.words;
    let holds = |wanted: fn(&Datum) -> bool| question.sides.iter().any(|side| wanted(&side.value));
    let value = if holds(|value| matches!(value, Datum::Number(_))) {
        typed.replace(['.', ' '], "").parse().ok().map(Third::Number).ok_or(words.copies_third_no_number())
    } else if holds(is_day) {
        parse_day(typed, moment.today())
            .map(|day| Third::Text(day.format("%Y-%m-%d").to_string()))
            .map_err(|_| words.copies_third_no_day())
    } else {
        Ok(Third::Text(typed.to_owned()))
    };
    match value {
        Ok(value) => vec![Effect::Write(Command::Decide(question.id, value))],
        Err(problem) => {
            state.window = Some(Window::Third(prompt));
            vec![Effect::Notify(Notice::problem(problem))]
        }
    }
}

fn is_day(value: &Datum) -> bool {
    matches!(value, Datum::Text(text) if chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok())
}

#[cfg(test)]
mod tests {
    use super::parted;

    #[test]
    fn values_that_begin_alike_are_shown_from_where_they_part() {
        let of = |values: [&str; 2]| parted(values.map(str::to_owned).into());
        let posts = of(["Phó Trưởng Ban Xây dựng Đảng Đảng ủy", "Phó Trưởng Ban Xây dựng Đảng, Chủ tịch"]);
        assert_eq!(posts, ["…Đảng Đảng ủy", "…Đảng, Chủ tịch"]);
        assert_eq!(
            of(["Phó Bí thư", "Phó Chủ tịch"]),
            ["Phó Bí thư", "Phó Chủ tịch"],
            "short ones stand whole"
        );
        let longer = of(["Trưởng ban công tác mặt trận", "Trưởng ban công tác mặt trận thôn 7"]);
        assert_eq!(longer, ["…trận", "…trận thôn 7"]);
    }
}
