//! What stands around the text, and the way of a synthesis: submitted, issued, taken back.

use std::path::PathBuf;

use uuid::Uuid;

use super::composer::{Composer, count};
use super::{Command, Effects, Query, Question, State, Window};
use crate::exchange::Refusal;
use crate::screen::form::{Field, Form, Step};
use crate::screen::popup::{Confirm, Prompt};
use crate::screen::{Action, Effect, Moment, Notice};
use crate::summary::checks::Check;
use crate::summary::model::{Head, State as Stand, Synthesis};
use crate::summary::signed::ReadBack;
use crate::words::Words;

/// The form over the composer.
#[derive(Debug)]
pub struct Open {
    /// The form.
    pub form: Form,
    id: Uuid,
    what: What,
}

/// What the form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    /// What stands around the text.
    Head,
    /// The same, and it is issued.
    Issue,
    /// A number of a paper written elsewhere.
    Number,
}

impl Open {
    /// A form for a number of a paper written elsewhere.
    pub(super) fn number(form: Form) -> Self {
        Self { form, id: Uuid::nil(), what: What::Number }
    }
}

/// Why a signed paper was not read.
#[derive(Debug)]
pub enum Unread {
    /// There is no such file.
    NoFile(PathBuf),
    /// It cannot be read.
    Refused(Refusal),
    /// The same in words.
    Said(String),
    /// It is another paper.
    Another,
}

/// What was done to a synthesis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// What stands around its text was changed.
    Head,
    /// It was submitted.
    Submitted,
    /// It was issued.
    Issued,
    /// It was taken back.
    TakenBack,
    /// It was kept, and bears the number of another paper.
    Doubled,
}

impl Done {
    /// The same in words.
    pub fn told(self, words: &Words) -> &str {
        match self {
            Self::Head => words.summary_head_kept(),
            Self::Submitted => words.summary_submitted(),
            Self::Issued => words.summary_issued(),
            Self::TakenBack => words.summary_taken_back(),
            Self::Doubled => words.summary_number_doubled(),
        }
    }
}

/// Opens the form of what stands around the text.
pub(super) fn edit(state: &mut State, moment: &Moment) -> Effects {
    open(state, false, moment)
}

fn open(state: &mut State, issues: bool, moment: &Moment) -> Effects {
    let Some(composer) = &state.open else { return Effect::unused() };
    let form = form(&composer.synthesis, composer.next_number, issues, moment);
    let what = if issues { What::Issue } else { What::Head };
    state.form = Some(Open { form, id: composer.synthesis.id, what });
    Effect::none()
}

fn form(synthesis: &Synthesis, next: Option<u32>, issues: bool, moment: &Moment) -> Form {
    let words = moment.words;
    let number_help = next.filter(|_| synthesis.document_number.trim().is_empty()).map_or_else(
        || words.summary_form_number_help().to_owned(),
        |next| words.summary_form_number_next(i64::from(next)),
    );
    let day = synthesis.document_date.map(|day| words.day(day)).unwrap_or_default();
    let mut fields = vec![
        Field::text("title", words.summary_form_subject()).required().value(&synthesis.title),
        Field::text("number", words.summary_form_number())
            .help(number_help)
            .beside()
            .value(&synthesis.document_number),
        Field::day("date", words.summary_form_date())
            .help(words.summary_form_date_help())
            .beside()
            .value(&day),
        Field::text("signs_for", words.summary_form_signs_for())
            .help(words.summary_form_signs_for_help())
            .value(&synthesis.signs_for),
        Field::text("post", words.summary_form_post())
            .help(words.summary_form_signer_help())
            .beside()
            .value(&synthesis.signer_post),
        Field::text("signer", words.summary_form_signer())
            .help(words.summary_form_signer_help())
            .beside()
            .value(&synthesis.signer),
        Field::long("recipients", words.summary_form_recipients(), 2, 6)
            .help(words.summary_form_recipients_help())
            .value(&synthesis.recipients),
    ];
    if issues {
        fields.push(
            Field::text("signed", words.summary_form_signed()).help(words.summary_form_signed_help()).paths(),
        );
    }
    let title = if issues { words.summary_issue() } else { words.summary_head() };
    let form = Form::new(title, fields, moment);
    if issues { form.note(words.summary_issue_note()).begin_at("number") } else { form }
}

fn head(form: &Form) -> Head {
    Head {
        title: form.text("title"),
        document_number: form.text("number"),
        document_date: form.day("date"),
        signer: form.text("signer"),
        signer_post: form.text("post"),
        signs_for: form.text("signs_for"),
        recipients: form.text("recipients"),
    }
}

/// The form has the keys.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(open) = &mut state.form else { return Effect::unused() };
    match open.form.update(action, moment) {
        Step::Save | Step::SaveNext => {
            if open.what == What::Number {
                return super::register::filled(&open.form).map(Effect::Write).into_iter().collect();
            }
            let (id, head, issues) = (open.id, head(&open.form), open.what == What::Issue);
            let signed = if issues { open.form.text("signed") } else { String::new() };
            if !issues {
                state.form = None;
                return vec![Effect::Write(Command::Head(id, Box::new(head)))];
            }
            let path = signed.trim().trim_matches(['"', '\'']);
            if path.is_empty() {
                return confirm(state, id, head, None, moment);
            }
            vec![Effect::Read(Query::Signed(id, Box::new(head), PathBuf::from(path)))]
        }
        Step::Leave | Step::Drop => {
            state.form = None;
            Effect::none()
        }
        Step::Copy(text) => vec![Effect::Copy(text)],
        Step::Unused => Effect::unused(),
        _ => Effect::none(),
    }
}

/// The signed paper was read.
pub(super) fn signed(
    state: &mut State,
    id: Uuid,
    head: Head,
    read: Result<ReadBack, Unread>,
    moment: &Moment,
) -> Effects {
    if state.form.as_ref().is_none_or(|open| open.id != id) {
        return Effect::none();
    }
    let words = moment.words;
    let trouble = match read {
        Ok(read) => {
            // What the form leaves open, the paper says.
            let mut head = head;
            if let Some(number) = read.number.clone().filter(|_| head.document_number.trim().is_empty()) {
                head.document_number = number;
            }
            head.document_date = head.document_date.or(read.day);
            return confirm(state, id, head, Some(read), moment);
        }
        Err(Unread::NoFile(path)) => words.summary_signed_missing(path.display().to_string()),
        Err(Unread::Said(said)) => said,
        Err(Unread::Refused(_) | Unread::Another) => words.summary_signed_another().to_owned(),
    };
    vec![Effect::Notify(Notice::problem(trouble))]
}

fn confirm(state: &mut State, id: Uuid, head: Head, read: Option<ReadBack>, moment: &Moment) -> Effects {
    let words = moment.words;
    let question = match &read {
        None => words.summary_issue_question(head.title.as_str()),
        Some(read) => {
            let sentences =
                words.summary_issue_signed(count(read.changed), count(read.lost.len()), count(read.same));
            // What the paper gave stands in no field that could be looked at.
            let numbered = match (head.document_date.map(|day| words.day(day)), head.document_number.trim()) {
                (Some(day), "") => words.summary_issue_day_only(day),
                (Some(day), number) => words.summary_issue_numbered(day, number),
                (None, "") => String::new(),
                (None, number) => words.summary_issue_number_only(number),
            };
            format!("{sentences} {numbered}").trim_end().to_owned()
        }
    };
    let asked = Question::Issue(id, Box::new(head), read.map(Box::new));
    state.window = Some(Window::Ask(Confirm::new(words.summary_issue(), question, asked)));
    Effect::none()
}

/// Submits it, issues it or takes it back.
pub(super) fn step(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(open) = state.open.as_deref() else { return Effect::unused() };
    let words = moment.words;
    if let Some(said) = wrong_state(open, action, words) {
        return vec![Effect::Notify(Notice::note(said))];
    }
    let id = open.synthesis.id;
    match action {
        Action::Submit => {
            let unsigned = open.synthesis.signer.trim().is_empty().then(|| words.summary_no_signer());
            let unsettled = count(open.checks.iter().map(Check::count).sum());
            let question = if unsettled > 0 {
                words.summary_submit_with_checks(unsettled)
            } else {
                words.summary_submit_question().to_owned()
            };
            let question = unsigned.into_iter().chain([question.as_str()]).collect::<Vec<_>>().join(" ");
            let ask = Confirm::new(words.summary_submit(), question, Question::Submit(id));
            state.window = Some(Window::Ask(ask));
            Effect::none()
        }
        Action::IssueSynthesis => self::open(state, true, moment),
        _ => {
            let prompt = Prompt::new(words.summary_take_back(), words.summary_take_back_why(), "", id);
            state.window = Some(Window::TakeBack(prompt));
            Effect::none()
        }
    }
}

/// Why the step cannot be taken now.
fn wrong_state(open: &Composer, action: &Action, words: &Words) -> Option<String> {
    let stand = open.synthesis.state();
    let unsaved = (0..open.synthesis.sections.len()).filter(|at| open.is_unsaved(*at)).count();
    match action {
        Action::Submit if stand != Stand::Drafting => Some(words.summary_not_drafting().to_owned()),
        Action::Submit if unsaved > 0 => Some(words.summary_unsaved_not_submitted(count(unsaved))),
        Action::IssueSynthesis if stand != Stand::Submitted => Some(words.summary_not_submitted().to_owned()),
        Action::Submit | Action::IssueSynthesis => None,
        _ if stand == Stand::Drafting => Some(words.summary_is_drafting().to_owned()),
        _ => None,
    }
}

/// Said when a text that stands is written on.
pub(super) fn stands(open: &Composer, words: &Words) -> Option<Effects> {
    let told = match open.synthesis.state() {
        Stand::Drafting => return None,
        Stand::Submitted => words.summary_stands_submitted(),
        Stand::Issued => words.summary_stands_issued(),
    };
    Some(vec![Effect::Notify(Notice::note(told))])
}

/// The line that says when, by whom and why it was taken back.
pub(super) fn reason_line(reason: &str, moment: &Moment) -> String {
    let day = moment.words.day(moment.today());
    let settings = moment.settings;
    let who = if settings.person.trim().is_empty() { &settings.mark } else { &settings.person };
    if who.trim().is_empty() { format!("{day}: {reason}") } else { format!("{day}, {who}: {reason}") }
}
