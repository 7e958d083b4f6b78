//! A class or meeting as lines to read. They are built when it is read or the window changes, not while drawing.

use super::State;
use super::clashes::{clashes_of, sentence};
use crate::screen::Moment;
use crate::screen::wrap;
use crate::text::fold;
use crate::training::labels;
use crate::training::model::{Class, NewClass, Preparation, Tally, UnitTally};
use crate::training::tab::asked;

/// How a line is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Title and headings.
    Strong,
    /// Ordinary text.
    Plain,
    /// Done or secondary.
    Dim,
    /// Late.
    Warning,
}

/// A line of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLine {
    /// What it says.
    pub text: String,
    /// How it is meant.
    pub weight: Weight,
}

/// Width of the pane a class is shown in beside the agenda on a wide screen.
pub fn pane_width(width: u16) -> u16 {
    (width * 2 / 5).clamp(46, 80)
}

/// Builds the lines of the class under the cursor.
pub(super) fn build(state: &mut State, moment: &Moment) {
    let width = if moment.wide() && !state.reading { pane_width(moment.width) } else { moment.width };
    state.page = match &state.class {
        Some(class) => {
            let clashes = clashes_of(state, class.id).map(|clash| sentence(clash, moment));
            Page::of(class, clashes, usize::from(width).saturating_sub(3), moment)
        }
        None => Vec::new(),
    };
}

/// Columns no line of a class fills: copied text is broken by where it is pasted.
const UNBROKEN: usize = 10_000;

/// The class as text.
pub(super) fn text(class: &Class, moment: &Moment) -> String {
    let lines = Page::of(class, std::iter::empty(), UNBROKEN, moment);
    let lines: Vec<&str> = lines.iter().map(|line| line.text.trim_end()).collect();
    lines.join("\n").trim().to_owned()
}

struct Page<'a> {
    done: Vec<PageLine>,
    width: usize,
    moment: &'a Moment<'a>,
}

impl<'a> Page<'a> {
    fn of(
        class: &Class,
        clashes: impl Iterator<Item = String>,
        width: usize,
        moment: &'a Moment<'a>,
    ) -> Vec<PageLine> {
        let mut page = Self { done: Vec::with_capacity(40), width, moment };
        let known = &class.known;
        page.head(known);
        page.results(class);
        if let Some((sum, differ)) = class.costs_differ() {
            let words = moment.words;
            let told = if differ > 0 {
                words.training_costs_more(differ, sum)
            } else {
                words.training_costs_less(-differ, sum)
            };
            page.text(&format!("! {told}"), "", Weight::Warning);
        }
        for clash in clashes {
            page.text(&format!("! {clash}"), "", Weight::Warning);
        }
        page.sessions(known);
        page.preparation(known);
        page.summons(class);
        page.agenda(known);
        page.participants(class);
        let words = moment.words;
        for (heading, text) in
            [(words.training_result(), &known.result), (words.training_note(), &known.note)]
        {
            if !text.is_empty() {
                page.heading(heading.to_owned());
                page.text(text, "", Weight::Plain);
            }
        }
        page.done
    }

    /// Text over as many lines as it needs, each after `indent`.
    fn text(&mut self, text: &str, indent: &str, weight: Weight) {
        let width = self.width.saturating_sub(indent.chars().count()).max(10);
        for part in wrap::lines(text, width, 40) {
            self.done.push(PageLine { text: format!("{indent}{part}"), weight });
        }
    }

    fn heading(&mut self, text: String) {
        self.done.push(PageLine { text: String::new(), weight: Weight::Plain });
        self.done.push(PageLine { text, weight: Weight::Strong });
    }

    /// Parts on one line with a dot between.
    fn parts(&mut self, parts: &[String], weight: Weight) {
        let text = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ");
        if !text.is_empty() {
            self.text(&text, "", weight);
        }
    }

    fn head(&mut self, known: &NewClass) {
        let (words, today) = (self.moment.words, self.moment.today());
        self.text(&known.title, "", Weight::Strong);
        let days = labels::days(words, known.date_from, known.date_to, &known.date_text, today);
        let kind = labels::kind(words, known.kind).to_owned();
        self.parts(
            &[kind, labels::state(words, known.state).to_owned(), days, known.place.clone()],
            Weight::Plain,
        );
        let plan = match (known.document_number.as_str(), known.document_date) {
            ("", _) => String::new(),
            (number, Some(day)) => words.training_plan_dated(words.day(day), number),
            (number, None) => words.training_plan(number),
        };
        let funding = if known.funding_source.is_empty() {
            String::new()
        } else {
            words.training_funding(known.funding_source.as_str())
        };
        let estimate = known.estimate.map(|amount| words.training_estimate(amount)).unwrap_or_default();
        self.parts(&[plan, funding, estimate], Weight::Dim);
        if !known.purpose.is_empty() {
            self.text(&words.training_purpose(known.purpose.as_str()), "", Weight::Plain);
        }
        if !known.audience.is_empty() {
            self.text(&words.training_audience(known.audience.as_str()), "", Weight::Plain);
        }
        if !known.hosts.is_empty() {
            let hosts: Vec<String> = known.hosts.iter().map(|host| host.name.clone()).collect();
            self.text(&format!("{}: {}", words.training_hosts(), hosts.join("; ")), "", Weight::Plain);
        }
    }

    fn sessions(&mut self, known: &NewClass) {
        if known.sessions.is_empty() {
            return;
        }
        let (words, today) = (self.moment.words, self.moment.today());
        self.heading(words.training_sessions(known.sessions.len() as i64));
        let mut above = None;
        for session in &known.sessions {
            let when = (session.on, session.part);
            if above != Some(when) {
                above = Some(when);
                let day = session.on.map(|day| words.day_short(day, today)).unwrap_or_default();
                let head = format!("{day} {}", labels::part(words, session.part));
                if !head.trim().is_empty() {
                    self.text(head.trim(), " ", Weight::Dim);
                }
            }
            let time = match (session.time_from.as_str(), session.time_to.as_str()) {
                ("", _) => String::new(),
                (from, "") => format!("{from}  "),
                (from, to) => format!("{from}–{to}  "),
            };
            let speaker =
                if session.speaker.is_empty() { String::new() } else { format!(" — {}", session.speaker) };
            self.text(&format!("{time}{}{speaker}", session.content), "   ", Weight::Plain);
        }
    }

    fn preparation(&mut self, known: &NewClass) {
        if known.preparation.is_empty() {
            return;
        }
        let words = self.moment.words;
        let done = known.preparation.iter().filter(|task| task.done).count();
        self.heading(words.training_preparation(known.preparation.len() as i64, done as i64));
        for task in &known.preparation {
            self.task(task);
        }
    }

    fn task(&mut self, task: &Preparation) {
        let (words, today) = (self.moment.words, self.moment.today());
        let late = !task.done && task.due_on.is_some_and(|due| due < today);
        let due = match task.due_on {
            Some(due) if late => words.training_late(words.day_short(due, today)),
            Some(due) => words.training_due(words.day_short(due, today)),
            None => String::new(),
        };
        let sign = if task.done { "[x]" } else { "[ ]" };
        let parts: Vec<&str> =
            [task.task.as_str(), &task.owner, &due].into_iter().filter(|part| !part.is_empty()).collect();
        let weight = match (task.done, late) {
            (true, _) => Weight::Dim,
            (_, true) => Weight::Warning,
            _ => Weight::Plain,
        };
        self.text(&format!("{sign} {}", parts.join(" · ")), "   ", weight);
    }

    fn summons(&mut self, class: &Class) {
        if class.known.summons.is_empty() {
            return;
        }
        let (words, today) = (self.moment.words, self.moment.today());
        let units: Vec<UnitTally> =
            class.by_unit().into_iter().filter(|unit| !unit.asked.is_empty()).collect();
        let sum = Tally::sum(units.iter().map(|unit| &unit.tally));
        self.heading(words.training_summons_of(sum.named, sum.summoned, units.len() as i64));
        let begun = class.has_begun(today);
        for unit in &units {
            let overdue = unit.is_overdue(today) && !begun;
            let due = unit.due.map(|day| words.training_names_due(words.day_short(day, today)));
            let sent = match (unit.tally.missing, unit.tally.named) {
                (0, _) => words.training_names_all().to_owned(),
                (_, 0) if overdue => words.training_names_none_late().to_owned(),
                (_, 0) => words.training_names_none().to_owned(),
                (missing, named) if overdue => words.training_names_some_late(missing, named),
                (missing, named) => words.training_names_some(missing, named),
            };
            let parts: Vec<String> = [unit.name.clone(), asked(unit, words), due.unwrap_or_default(), sent]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect();
            let weight = match (unit.tally.missing, overdue) {
                (0, _) => Weight::Dim,
                (_, true) => Weight::Warning,
                _ => Weight::Plain,
            };
            self.text(&parts.join(" · "), "   ", weight);
        }
    }

    /// Who came, once it has begun.
    fn results(&mut self, class: &Class) {
        let (words, today) = (self.moment.words, self.moment.today());
        if class.known.participants.is_empty() || !class.has_begun(today) {
            return;
        }
        let units = class.by_unit();
        let sum = Tally::sum(units.iter().map(|unit| &unit.tally));
        let text = words.training_results_line(
            sum.attended,
            sum.certificates,
            sum.excused,
            sum.listed,
            sum.unexcused,
        );
        self.text(&text, "", Weight::Plain);
    }

    fn agenda(&mut self, known: &NewClass) {
        if known.agenda.is_empty() {
            return;
        }
        let words = self.moment.words;
        self.heading(words.training_agenda().to_owned());
        for (at, point) in known.agenda.iter().enumerate() {
            let kind = labels::agenda(words, point.kind);
            // Most points say themselves what they are.
            let said = fold(&point.content).contains(&fold(kind));
            let kind = if said { String::new() } else { format!(" ({kind})") };
            self.text(&format!("{}. {}{kind}", at + 1, point.content), "   ", Weight::Plain);
        }
    }

    fn participants(&mut self, class: &Class) {
        let (words, known) = (self.moment.words, &class.known);
        if known.participants.is_empty() {
            self.heading(words.training_participants(0));
            self.text(words.training_participants_none(), "   ", Weight::Dim);
            return;
        }
        self.heading(words.training_participants(known.participants.len() as i64));
        for (at, person) in known.participants.iter().enumerate() {
            let parts: Vec<&str> = [person.full_name.as_str(), &person.unit_name, &person.post]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect();
            let absent =
                class.absences.iter().filter(|absence| Some(absence.participant) == person.id).count();
            let absent = if absent == 0 {
                String::new()
            } else {
                format!(" · {}", words.training_absent_from(absent as i64))
            };
            self.text(&format!("{:>3}. {}{absent}", at + 1, parts.join(" · ")), " ", Weight::Plain);
        }
    }
}
