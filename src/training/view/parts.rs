//! The parts of a class: program, things to prepare, people who attend.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::roster::model::{Wanted, share, short_post, short_unit};
use crate::screen::Look;
use crate::screen::columns::{cell, cut};
use crate::text::{cut_name, width};
use crate::training::labels;
use crate::training::model::{Class, ClassKind, DayPart, Session};
use crate::training::tab::{Part, Parts};
use crate::words::Words;

/// What is drawn, and with what.
pub(super) struct Sheet<'a> {
    pub parts: &'a Parts,
    pub class: &'a Class,
    pub today: NaiveDate,
    pub look: &'a Look,
    pub words: &'a Words,
}

/// Cells of a session's column in the list of people.
const SESSION: usize = 7;
/// Cells of the kind of a point.
const KIND: usize = 20;
/// With fewer cells for name, unit and post, the post is left out.
const NARROW: usize = 56;

pub(super) fn draw(frame: &mut Frame, area: Rect, sheet: &Sheet) {
    let [title, tabs, head, body] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Min(0),
    ])
    .areas(area);
    let (look, words) = (sheet.look, sheet.words);
    let name = cut(&sheet.class.known.title, usize::from(area.width).saturating_sub(2), look.ellipsis());
    frame.render_widget(Line::styled(format!(" {name}"), look.strong), title);
    frame.render_widget(sheet.tabs(), tabs);
    frame.render_widget(Line::styled(sheet.heading(usize::from(head.width)), look.dim), head);
    if sheet.parts.list.is_empty() {
        let text = match sheet.parts.part {
            Part::Sessions => words.training_sessions_none(),
            Part::Tasks => words.training_no_tasks(),
            Part::People => words.training_people_none(),
            Part::Units => words.training_units_none(),
            Part::Points => words.training_points_none(),
        };
        frame.render_widget(Line::raw(format!("  {text}")), Rect { height: 1.min(body.height), ..body });
        return;
    }
    let [body, foot] =
        Layout::vertical([Constraint::Min(0), Constraint::Length(sheet.parts.foot())]).areas(body);
    super::units::foot(frame, foot, sheet);
    for (y, seen) in (body.y..body.bottom()).zip(sheet.parts.list.visible()) {
        let pointer = if seen.cursor { look.pointer() } else { " " };
        let (text, style) = sheet.row(seen.row.at, usize::from(body.width).saturating_sub(2));
        let style = if seen.cursor { look.cursor } else { style };
        frame.render_widget(Line::styled(format!("{pointer} {text}"), style), Rect { y, height: 1, ..body });
    }
}

impl Sheet<'_> {
    /// The parts with their counts, the open one set off.
    fn tabs(&self) -> Line<'static> {
        let (known, words) = (&self.class.known, self.words);
        let done = known.preparation.iter().filter(|task| task.done).count();
        let names = [
            (Part::Sessions, words.training_sessions(known.sessions.len() as i64)),
            (Part::Tasks, words.training_preparation(known.preparation.len() as i64, done as i64)),
            (Part::People, words.training_participants(known.participants.len() as i64)),
            (Part::Units, words.training_units_tab().to_owned()),
            (Part::Points, words.training_points_tab(known.agenda.len() as i64)),
        ];
        let meeting = known.kind != ClassKind::Class || self.parts.part == Part::Points;
        let names = names.into_iter().filter(|(part, _)| meeting || *part != Part::Points);
        let mut spans = vec![Span::raw(" ")];
        for (part, name) in names {
            let style = if part == self.parts.part { self.look.accent } else { self.look.dim };
            spans.push(Span::styled(name, style));
            spans.push(Span::raw("  "));
        }
        Line::from(spans)
    }

    fn heading(&self, width: usize) -> String {
        let words = self.words;
        let mut line = String::from("  ");
        match self.parts.part {
            Part::Sessions => {
                for (name, cells) in [(words.training_form_day(), 12), (words.training_form_hours(), 13)] {
                    cell(&mut line, name, cells, false, self.look.ellipsis());
                }
                line.push_str(words.training_form_content());
            }
            Part::Tasks => {
                cell(&mut line, words.training_form_due(), 13, false, self.look.ellipsis());
                line.push_str("    ");
                line.push_str(words.training_form_task());
            }
            Part::Points => {
                cell(&mut line, words.training_column_kind(), KIND, false, self.look.ellipsis());
                line.push_str(words.training_form_content());
            }
            Part::Units => line.push_str(&super::units::heading(self, width.saturating_sub(2))),
            Part::People => {
                let [name, unit, post] = self.people_columns(width.saturating_sub(2));
                line.push_str("     ");
                for (title, cells) in [
                    (words.roster_column_name(), name),
                    (words.roster_column_unit(), unit),
                    (words.roster_column_post(), post),
                ] {
                    if cells == 0 {
                        continue;
                    }
                    cell(&mut line, title, cells, false, self.look.ellipsis());
                    line.push_str("  ");
                }
                for (at, session) in self.sessions() {
                    let name = self.session_name(session);
                    let name =
                        if at == self.parts.session { format!("[{name}]") } else { format!(" {name} ") };
                    cell(&mut line, &name, SESSION + 1, false, "");
                }
            }
        }
        line
    }

    fn row(&self, at: usize, width: usize) -> (String, Style) {
        match self.parts.part {
            Part::Sessions => (self.session(at, width), self.look.plain),
            Part::Tasks => self.task(at, width),
            Part::People => self.person(at, width),
            Part::Units => super::units::row(self, at, width),
            Part::Points => self.point(at, width),
        }
    }

    fn session(&self, at: usize, room: usize) -> String {
        let Some(session) = self.class.known.sessions.get(at) else { return String::new() };
        let day = session.on.map(|on| self.words.day_short(on, self.today)).unwrap_or_default();
        let part = labels::part(self.words, session.part);
        let hours = match (session.time_from.as_str(), session.time_to.as_str()) {
            (from, "") => from.to_owned(),
            (from, to) => format!("{from}–{to}"),
        };
        let mut line = String::with_capacity(room + 8);
        cell(&mut line, format!("{part} {day}").trim(), 12, false, self.look.ellipsis());
        cell(&mut line, &hours, 13, false, self.look.ellipsis());
        let content = session.content.lines().next().unwrap_or_default();
        let text = if session.speaker.is_empty() {
            content.to_owned()
        } else {
            format!("{content} — {}", session.speaker)
        };
        line.push_str(&cut(&text, room.saturating_sub(25), self.look.ellipsis()));
        line
    }

    fn point(&self, at: usize, room: usize) -> (String, Style) {
        let Some(of) = self.parts.points.get(at) else { return (String::new(), self.look.plain) };
        let kind = match labels::agenda(self.words, of.point.kind) {
            "" => self.words.training_agenda_other(),
            kind => kind,
        };
        let mut line = String::with_capacity(room + 8);
        cell(&mut line, kind, KIND, false, self.look.ellipsis());
        // What stands in the inbox too can be opened there.
        let sign = if of.item.is_some() || of.issue.is_some() { "→ " } else { "" };
        let text = format!("{sign}{}", of.point.content.replace('\n', " "));
        line.push_str(&cut(&text, room.saturating_sub(KIND), self.look.ellipsis()));
        (line, self.look.plain)
    }

    fn task(&self, at: usize, room: usize) -> (String, Style) {
        let Some(task) = self.class.known.preparation.get(at) else {
            return (String::new(), self.look.plain);
        };
        let late = !task.done && task.due_on.is_some_and(|due| due < self.today);
        let due = task.due_on.map(|due| self.words.day_short(due, self.today)).unwrap_or_default();
        let mut line = String::with_capacity(room + 8);
        cell(&mut line, &due, 13, false, self.look.ellipsis());
        line.push_str(if task.done { "[x] " } else { "[ ] " });
        let text = if task.owner.is_empty() {
            task.task.clone()
        } else {
            format!("{} · {}", task.task, task.owner)
        };
        line.push_str(&cut(&text, room.saturating_sub(17), self.look.ellipsis()));
        let style = match (task.done, late) {
            (true, _) => self.look.dim,
            (_, true) => self.look.warning,
            _ => self.look.plain,
        };
        (line, style)
    }

    /// The sessions with room on the screen, the current one among them.
    fn sessions(&self) -> impl Iterator<Item = (usize, &Session)> {
        let shown = 4;
        let first = (self.parts.session + 1).saturating_sub(shown);
        self.class.known.sessions.iter().enumerate().skip(first).take(shown)
    }

    fn session_name(&self, session: &Session) -> String {
        let part = match session.part {
            DayPart::Unknown => "",
            part => labels::part(self.words, part),
        };
        let initial: String = part.chars().take(1).flat_map(char::to_uppercase).collect();
        let day = session.on.map(|on| on.format("%d/%m").to_string()).unwrap_or_default();
        let name = format!("{initial}{day}");
        if name.is_empty() { "•".to_owned() } else { name }
    }

    /// Cells of name, unit and post.
    fn people_columns(&self, room: usize) -> [usize; 3] {
        let sessions = self.sessions().count() * (SESSION + 1);
        let left = room.saturating_sub(5 + sessions + 6);
        if left < NARROW {
            // Who somebody is and from where; the post has no room beside the sessions.
            let name = (left / 2).clamp(14, 26);
            return [name, left.saturating_sub(name) + 2, 0];
        }
        let name = (left / 3).clamp(14, 26);
        let half = Wanted { most: 40, all: 60 };
        let (unit, post) = share(u16::try_from(left.saturating_sub(name)).unwrap_or_default(), half, half);
        [name, usize::from(unit), usize::from(post)]
    }

    fn person(&self, at: usize, room: usize) -> (String, Style) {
        let Some(person) = self.class.known.participants.get(at) else {
            return (String::new(), self.look.plain);
        };
        let [name, unit, post] = self.people_columns(room);
        let mut line = String::with_capacity(room + 8);
        cell(&mut line, &format!("{}", at + 1), 3, true, "");
        line.push_str(if person.walk_in { "+ " } else { "  " });
        cell(&mut line, &cut_name(&person.full_name, name), name, false, self.look.ellipsis());
        line.push_str("  ");
        for (text, short, cells) in [
            (&person.unit_name, short_unit(&person.unit_name), unit),
            (&person.post, short_post(&person.post), post),
        ] {
            if cells == 0 {
                continue;
            }
            let text = if width(text) <= cells { text.as_str() } else { &short };
            cell(&mut line, text, cells, false, self.look.ellipsis());
            line.push_str("  ");
        }
        let mut away = false;
        for (column, session) in self.sessions() {
            let absence = self.class.absences.iter().find(|absence| {
                Some(absence.participant) == person.id && Some(absence.session) == session.id
            });
            let sign = match absence {
                None => self.look.dot(),
                Some(absence) if absence.excused => self.words.training_sign_excused(),
                Some(_) => self.words.training_sign_absent(),
            };
            away |= absence.is_some() && column == self.parts.session;
            cell(&mut line, &format!(" {sign}"), SESSION + 1, false, "");
        }
        (line, if away { self.look.warning } else { self.look.plain })
    }
}
