//! The card of a collaborator.

use chrono::{Datelike, NaiveDate};
use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::roster::labels;
use crate::roster::model::{
    Card, CardExtra, Collaborator, Decision, ENDING_DAYS, NewCollaborator, Status, phone_shown,
};
use crate::roster::tab::State;
use crate::screen::Look;
use crate::screen::columns::{cell, cut};
use crate::screen::wrap;
use crate::words::Words;

/// Draws the card into a pane.
pub(super) fn draw(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    draw_lines(frame, area, state, 0, look, words);
}

/// Draws the card over the whole room, scrolled.
pub(super) fn draw_whole(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    draw_lines(frame, area.inner(Margin::new(1, 1)), state, state.scrolled, look, words);
}

fn draw_lines(frame: &mut Frame, area: Rect, state: &State, skip: usize, look: &Look, words: &Words) {
    let Some(card) = &state.card else { return };
    let width = usize::from(area.width).saturating_sub(2);
    let lines = Sheet::of(card, state.today, width, usize::from(area.height) < 12, look, words);
    // Never scrolled past the last line.
    let skip = skip.min(lines.len().saturating_sub(1));
    for (y, line) in (area.y..area.bottom()).zip(lines.into_iter().skip(skip)) {
        frame.render_widget(line, Rect { x: area.x + 1, y, height: 1, width: area.width.saturating_sub(1) });
    }
}

/// Lines of a card as they are put together.
struct Sheet<'a> {
    done: Vec<Line<'static>>,
    width: usize,
    look: &'a Look,
    words: &'a Words,
}

impl<'a> Sheet<'a> {
    fn of(
        card: &Card,
        today: NaiveDate,
        width: usize,
        tight: bool,
        look: &'a Look,
        words: &'a Words,
    ) -> Vec<Line<'static>> {
        let mut lines = Self { done: Vec::with_capacity(24), width, look, words };
        let known = &card.person.known;
        lines.name(known);
        lines.post(known, &card.person.unit_name);
        lines.gap(tight);
        lines.contacts(known);
        lines.term(known, today);
        lines.gap(tight);
        lines.reports(&card.extra, today);
        lines.gap(tight);
        lines.classes(&card.extra, tight);
        lines.decisions(&card.person, tight);
        if !card.extra.follows.is_empty() {
            lines.gap(tight);
            lines.text(&words.roster_follows(card.extra.follows.join(", ")), look.plain);
        }
        if !known.note.is_empty() {
            lines.gap(tight);
            lines.text(&format!("{}: {}", words.roster_column_note(), known.note), look.plain);
        }
        lines.gap(tight);
        lines.history(&card.extra, known);
        lines.done
    }

    fn gap(&mut self, tight: bool) {
        if !tight {
            self.done.push(Line::default());
        }
    }

    fn text(&mut self, text: &str, style: Style) {
        for part in wrap::lines(text, self.width, 8) {
            self.done.push(Line::styled(part.to_owned(), style));
        }
    }

    /// Parts on one line with a dot between, as many lines as needed.
    fn parts(&mut self, parts: &[String], style: Style) {
        let dot = format!(" {} ", self.look.dot());
        let text = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(&dot);
        if !text.is_empty() {
            self.text(&text, style);
        }
    }

    fn name(&mut self, known: &NewCollaborator) {
        let words = self.words;
        let born = match (known.birth_date, known.birth_year) {
            (Some(date), _) => words.roster_born_on(words.day(date)),
            (None, Some(year)) => words.roster_born(year.to_string()),
            (None, None) => String::new(),
        };
        let mut details: Vec<(String, Style)> = [labels::sex(words, known.sex), &born, &known.code]
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(|part| (part.to_owned(), self.look.dim))
            .collect();
        if known.status != Status::Active {
            details.push((labels::status(words, known.status).to_owned(), self.look.warning));
        }
        let whole: usize = details.iter().map(|(part, _)| part.width() + 3).sum();
        let mut spans = Vec::with_capacity(details.len() + 1);
        if known.full_name.width() + whole > self.width {
            self.text(&known.full_name.clone(), self.look.strong);
        } else {
            spans.push(Span::styled(known.full_name.clone(), self.look.strong));
        }
        for (part, style) in details {
            let dot = if spans.is_empty() { String::new() } else { format!(" {} ", self.look.dot()) };
            spans.push(Span::styled(format!("{dot}{part}"), style));
        }
        if !spans.is_empty() {
            self.done.push(Line::from(spans));
        }
    }

    fn post(&mut self, known: &NewCollaborator, unit: &str) {
        let place = [known.post.as_str(), unit]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        self.text(&place, self.look.plain);
        if !known.concurrent_post.is_empty() {
            self.text(&self.words.roster_concurrent(known.concurrent_post.as_str()), self.look.plain);
        }
    }

    fn contacts(&mut self, known: &NewCollaborator) {
        if known.phones.is_empty() {
            self.parts(&[self.words.roster_no_phone().to_owned(), known.email.clone()], self.look.plain);
        } else {
            let phones: Vec<String> = known.phones.iter().map(|number| phone_shown(number)).collect();
            self.parts(&[phones.join(", "), known.email.clone()], self.look.strong);
        }
        if !known.address.is_empty() {
            self.text(&known.address.clone(), self.look.plain);
        }
    }

    fn term(&mut self, known: &NewCollaborator, today: NaiveDate) {
        let words = self.words;
        let span = match (known.term_text.is_empty(), known.term_from, known.term_to) {
            (false, ..) => known.term_text.clone(),
            (true, Some(from), Some(to)) => words.roster_term_span(words.day(from), words.day(to)),
            (true, None, Some(to)) => words.day(to),
            (true, ..) => String::new(),
        };
        let left = match known.term_days_left(today) {
            None => String::new(),
            Some(0) => words.roster_term_ends_today().to_owned(),
            Some(days) if days > 0 => words.roster_term_left(days),
            Some(days) => words.roster_term_over(-days),
        };
        let decision = match (known.decision_number.as_str(), known.decision_date) {
            ("", _) => String::new(),
            (number, Some(day)) => words.roster_decision_dated(words.day(day), number),
            (number, None) => words.roster_decision(number),
        };
        let allowance = known.allowance.map(|amount| words.roster_allowance(amount)).unwrap_or_default();
        if !span.is_empty() || !left.is_empty() {
            let ends = known.term_ends_within(today, u64::from(ENDING_DAYS))
                || known.term_days_left(today).is_some_and(|days| days < 0);
            let style =
                if ends && known.status == Status::Active { self.look.warning } else { self.look.plain };
            self.parts(
                &[format!("{} {span}", words.roster_column_term()).trim_end().to_owned(), left],
                style,
            );
        }
        self.parts(&[decision, allowance], self.look.dim);
    }

    /// Reports of the last twelve months as small bars with the months under them.
    fn reports(&mut self, extra: &CardExtra, today: NaiveDate) {
        let counts = &extra.reports_by_month;
        let sum: u32 = counts.iter().sum();
        if sum == 0 {
            self.done.push(Line::styled(self.words.roster_reports_none().to_owned(), self.look.dim));
            return;
        }
        let mut title = self.words.roster_reports_year(i64::from(sum));
        if let Some(share) = extra.activity.share() {
            let (on_time, due) = (i64::from(extra.activity.on_time), i64::from(extra.activity.due));
            let told = self.words.roster_on_time(due, on_time, i64::from(share));
            title = format!("{title} {} {told}", self.look.dot());
        }
        let most = counts.iter().copied().max().unwrap_or(1).max(1);
        let mut bars = String::with_capacity(60);
        let mut months = String::with_capacity(60);
        for (at, &count) in counts.iter().enumerate() {
            // This month stands last.
            let month = (today.month0() + 1 + at as u32) % 12 + 1;
            bars.push_str("  ");
            bars.push_str(&bar(count, most, self.look));
            cell(&mut months, &month.to_string(), 3, true, "");
        }
        self.done.push(Line::from(vec![Span::raw(title)]));
        self.done.push(Line::styled(bars, self.look.good));
        self.done.push(Line::styled(months, self.look.dim));
    }

    fn classes(&mut self, extra: &CardExtra, tight: bool) {
        if extra.classes.is_empty() {
            self.done.push(Line::styled(self.words.roster_classes_none().to_owned(), self.look.dim));
            return;
        }
        let title = self.words.roster_classes(extra.classes.len() as i64);
        let class = |on: Option<NaiveDate>, title: &str| match on {
            Some(on) => format!("{}  {title}", self.words.day(on)),
            None => title.to_owned(),
        };
        if tight {
            let newest = &extra.classes[0];
            let text = format!("{title}: {}", class(newest.on, &newest.title));
            let text = cut(&text, self.width, self.look.ellipsis()).into_owned();
            self.done.push(Line::raw(text));
            return;
        }
        let lines: Vec<String> =
            extra.classes.iter().take(8).map(|attended| class(attended.on, &attended.title)).collect();
        self.done.push(Line::raw(title));
        for line in lines {
            let text = cut(&line, self.width.saturating_sub(2), self.look.ellipsis()).into_owned();
            self.done.push(Line::raw(format!("  {text}")));
        }
    }

    /// Decisions and commendations, the newest first.
    fn decisions(&mut self, person: &Collaborator, tight: bool) {
        let words = self.words;
        let mut lines: Vec<(Option<NaiveDate>, String)> = Vec::new();
        for decision in &person.decisions {
            lines.push((decision.on, self.decision(decision)));
        }
        for commended in &person.known.commendations {
            let number = match commended.number.as_str() {
                "" => String::new(),
                number => format!(", {}", words.roster_decision(number)),
            };
            lines.push((commended.on, format!("{}{number}", commended.content)));
        }
        if lines.is_empty() {
            return;
        }
        lines.sort_by_key(|(on, _)| std::cmp::Reverse(*on));
        self.gap(tight);
        self.done.push(Line::raw(words.roster_decisions().to_owned()));
        for (on, text) in lines {
            let day = on.map(|on| format!("{}  ", words.day(on))).unwrap_or_default();
            for (at, part) in
                wrap::lines(&format!("{day}{text}"), self.width.saturating_sub(4), 3).into_iter().enumerate()
            {
                self.done.push(Line::raw(format!("{}{part}", if at == 0 { "  " } else { "    " })));
            }
        }
    }

    fn decision(&self, decision: &Decision) -> String {
        let words = self.words;
        let mut text = labels::decision(words, decision.kind).to_owned();
        match (decision.number.as_str(), decision.dated) {
            ("", _) => {}
            (number, Some(day)) => {
                text = format!("{text}, {}", words.roster_decision_dated(words.day(day), number));
            }
            (number, None) => text = format!("{text}, {}", words.roster_decision(number)),
        }
        if decision.reason.is_empty() { text } else { format!("{text}: {}", decision.reason) }
    }

    fn history(&mut self, extra: &CardExtra, _known: &NewCollaborator) {
        if let Some(change) = &extra.last_change {
            let at = self.words.moment(change.at);
            let text = if change.person.is_empty() {
                self.words.roster_changed(at)
            } else {
                self.words.roster_changed_by(at, change.person.as_str())
            };
            self.done.push(Line::styled(text, self.look.dim));
        }
    }
}

/// A bar of one cell: its height is the share of the greatest; without block signs the number itself.
fn bar(count: u32, most: u32, look: &Look) -> String {
    const BLOCKS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
    if count == 0 {
        return look.dot().to_owned();
    }
    if look.ascii {
        return if count > 9 { "+".to_owned() } else { count.to_string() };
    }
    BLOCKS[((count * 8).div_ceil(most) as usize).clamp(1, 8) - 1].to_owned()
}
