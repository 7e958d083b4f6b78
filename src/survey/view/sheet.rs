//! An open round: questions with their answers and bars, or forms by unit; below, what the figures mean.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::inbox::charts::cells;
use crate::screen::columns::{cell, cut};
use crate::screen::list::Seen;
use crate::screen::{Look, wrap};
use crate::survey::labels;
use crate::survey::model::{Figures, Question, Survey, problems};
use crate::survey::tab::{FormsLine, Part, ResultLine, SHEET_FOOT, SHEET_HEAD, Sheet};
use crate::text::width;
use crate::words::Words;

/// Cells of a count and of a share.
const COUNT: usize = 8;
const SHARE: usize = 8;
/// Widest bar.
const BAR: usize = 40;

/// What is drawn, and with what.
pub(super) struct Drawn<'a> {
    pub sheet: &'a Sheet,
    pub survey: &'a Survey,
    pub look: &'a Look,
    pub words: &'a Words,
}

pub(super) fn draw(frame: &mut Frame, area: Rect, drawn: &Drawn) {
    let [head, body, foot] = Layout::vertical([
        Constraint::Length(SHEET_HEAD),
        Constraint::Min(0),
        Constraint::Length(SHEET_FOOT),
    ])
    .areas(area);
    drawn.head(frame, head);
    match drawn.sheet.part {
        Part::Results => drawn.results(frame, body),
        Part::Forms => drawn.forms(frame, body),
    }
    drawn.foot(frame, foot);
}

impl Drawn<'_> {
    /// Title, parts, headings.
    fn head(&self, frame: &mut Frame, area: Rect) {
        let (look, words, known) = (self.look, self.words, &self.survey.known);
        let mut rows = area.rows();
        let mut put = |line: Line<'static>| {
            if let Some(row) = rows.next() {
                frame.render_widget(line, row);
            }
        };
        let room = usize::from(area.width);
        let way = labels::sampling_alone(words, known.sampling);
        let days = labels::days(words, known.date_from, known.date_to);
        let facts = if days.is_empty() { way.to_owned() } else { format!("{way} {} {days}", look.dot()) };
        let left = room.saturating_sub(width(&facts) + 4);
        let title = cut(&known.title, left, look.ellipsis()).into_owned();
        let gap = room.saturating_sub(width(&title) + width(&facts) + 2);
        put(Line::from(vec![
            Span::styled(format!(" {title}"), look.strong),
            Span::raw(" ".repeat(gap)),
            Span::styled(facts, look.dim),
        ]));
        let names = [
            (Part::Results, words.survey_part_results(self.survey.questions.len() as i64)),
            (Part::Forms, words.survey_part_forms(self.survey.units.len() as i64)),
        ];
        let mut spans = vec![Span::raw(" ")];
        for (part, name) in names {
            if part == self.sheet.part {
                spans.push(Span::styled(format!("[{name}] "), look.accent));
            } else {
                spans.push(Span::styled(format!(" {name}  "), look.dim));
            }
        }
        put(Line::from(spans));
        put(Line::styled(self.headings(room), look.dim));
    }

    fn headings(&self, room: usize) -> String {
        let words = self.words;
        let mut line = String::from("  ");
        match self.sheet.part {
            Part::Results => {
                let [label, _] = self.result_widths(room);
                cell(&mut line, words.survey_column_answer(), label, false, self.look.ellipsis());
                cell(&mut line, words.survey_column_count(), COUNT, true, "");
                cell(&mut line, words.survey_column_share_short(), SHARE, true, "");
            }
            Part::Forms => {
                let name = forms_width(room);
                cell(&mut line, words.survey_column_unit(), name, false, self.look.ellipsis());
                for head in [
                    words.survey_column_issued(),
                    words.survey_column_returned(),
                    words.survey_column_share_short(),
                    words.survey_column_valid(),
                    words.survey_column_share_short(),
                ] {
                    cell(&mut line, head, FORMS, true, "");
                }
            }
        }
        line
    }

    /// Cells of an answer and of its bar.
    fn result_widths(&self, room: usize) -> [usize; 2] {
        let longest = self.survey.questions.iter().flat_map(|question| &question.answers);
        let longest = longest.map(|answer| width(&answer.label) + 2).max().unwrap_or_default();
        let left = room.saturating_sub(COUNT + SHARE + 5);
        // An answer gets what it needs, up to three fifths of the line; the bar the rest.
        let label = longest.clamp(20, (left * 3 / 5).max(20));
        [label, left.saturating_sub(label).min(BAR)]
    }

    fn results(&self, frame: &mut Frame, area: Rect) {
        if self.survey.questions.is_empty() {
            return self.nothing(frame, area, self.words.survey_results_none());
        }
        let valid = Figures::of(&self.survey.units).valid;
        for (y, seen) in (area.y..area.bottom()).zip(self.sheet.results.visible()) {
            let line = self.result(&seen, valid, usize::from(area.width));
            frame.render_widget(line, Rect { y, height: 1, ..area });
        }
    }

    fn result(&self, seen: &Seen<ResultLine>, valid: i64, room: usize) -> Line<'static> {
        let ResultLine(at, answer) = *seen.row;
        let Some(question) = self.survey.questions.get(at) else { return Line::default() };
        let look = self.look;
        let pointer = if seen.cursor { look.pointer() } else { " " };
        let on = |style: Style| if seen.cursor { look.cursor } else { style };
        let Some(answer) = answer.checked_sub(1) else {
            let kind = if question.multiple {
                format!(" ({})", self.words.survey_multiple())
            } else {
                String::new()
            };
            let left = room.saturating_sub(width(&kind) + 3);
            let text = cut(&format!("{}. {}", at + 1, question.body), left, look.ellipsis()).into_owned();
            return Line::from(vec![
                Span::styled(format!("{pointer} "), on(look.strong)),
                Span::styled(text, on(look.strong)),
                Span::styled(kind, on(look.dim)),
            ]);
        };
        let (label, count) = match question.answers.get(answer) {
            Some(answer) => (answer.label.as_str(), answer.answers),
            None => (self.words.survey_unanswered(), question.unanswered(valid).unwrap_or_default()),
        };
        let style = if answer < question.answers.len() { look.plain } else { look.dim };
        self.answer(&format!("{pointer} "), label, count, question, valid, on(style), room)
    }

    #[expect(clippy::too_many_arguments, reason = "a line is made of that many things")]
    fn answer(
        &self,
        pointer: &str,
        label: &str,
        count: i64,
        question: &Question,
        valid: i64,
        style: Style,
        room: usize,
    ) -> Line<'static> {
        let [label_room, bar_room] = self.result_widths(room);
        let mut text = String::from(pointer);
        cell(&mut text, &format!("  {label}"), label_room, false, self.look.ellipsis());
        cell(&mut text, &self.words.number(count), COUNT, true, "");
        let share = question.share(count, valid).map_or_else(String::new, |share| self.words.share(share));
        cell(&mut text, &share, SHARE, true, "");
        text.push_str("  ");
        // Bars of one question are of its base, so that those of two can be compared.
        let base = question.base(valid).unwrap_or_default().max(count);
        let long = cells(count.unsigned_abs(), base.unsigned_abs(), bar_room);
        text.push_str(&if self.look.ascii { "#" } else { "▄" }.repeat(long));
        Line::styled(text, style)
    }

    fn forms(&self, frame: &mut Frame, area: Rect) {
        if self.survey.units.is_empty() {
            return self.nothing(frame, area, self.words.survey_units_none());
        }
        let room = usize::from(area.width);
        let mut y = area.y;
        for seen in self.sheet.forms.visible().take(usize::from(area.height)) {
            let style = if seen.cursor { self.look.cursor } else { self.look.plain };
            let line = self.forms_line(&seen, room);
            frame.render_widget(Line::styled(line, style), Rect { y, height: 1, ..area });
            y += 1;
        }
        if self.survey.units.len() > 1 && y < area.bottom() {
            let figures = Figures::of(&self.survey.units);
            let line = self.forms_row(
                "  ",
                self.words.survey_sum(),
                [figures.issued, figures.returned, figures.valid],
                &figures,
                room,
            );
            frame.render_widget(Line::styled(line, self.look.strong), Rect { y, height: 1, ..area });
        }
    }

    fn forms_line(&self, seen: &Seen<FormsLine>, room: usize) -> String {
        let Some(forms) = self.survey.units.get(seen.row.0) else { return String::new() };
        let pointer = if seen.cursor { self.look.pointer() } else { " " };
        let figures = Figures::of(std::slice::from_ref(forms));
        let name = labels::unit(self.words, &forms.unit_name);
        let counts = [forms.issued, forms.returned, forms.valid];
        self.forms_row(&format!("{pointer} "), name, counts, &figures, room)
    }

    fn forms_row(
        &self,
        pointer: &str,
        name: &str,
        counts: [i64; 3],
        figures: &Figures,
        room: usize,
    ) -> String {
        let words = self.words;
        let mut line = String::from(pointer);
        cell(&mut line, name, forms_width(room), false, self.look.ellipsis());
        let rate = |rate: Option<i64>| rate.map_or_else(String::new, |rate| words.share(rate));
        let [issued, returned, valid] = counts.map(|count| labels::count(words, count));
        for text in [issued, returned, rate(figures.return_rate()), valid, rate(figures.valid_rate())] {
            cell(&mut line, &text, FORMS, true, "");
        }
        line
    }

    fn nothing(&self, frame: &mut Frame, area: Rect, text: &str) {
        let lines = wrap::lines(text, usize::from(area.width).saturating_sub(4), 4);
        for (line, row) in lines.into_iter().zip(area.rows().skip(1)) {
            frame.render_widget(Line::styled(format!("  {line}"), self.look.plain), row);
        }
    }

    /// What the figures mean, and what cannot be.
    fn foot(&self, frame: &mut Frame, area: Rect) {
        let (look, words) = (self.look, self.words);
        let room = usize::from(area.width).saturating_sub(2);
        let mut rows = area.rows();
        if let Some(row) = rows.next() {
            frame.render_widget(Line::styled(format!(" {}", look.horizontal().repeat(room)), look.rule), row);
        }
        let wrong: Vec<String> =
            problems(self.survey).iter().map(|problem| labels::problem(words, problem)).collect();
        let told = match (self.sheet.part, self.sheet.current(self.survey)) {
            (Part::Results, Some((question, _))) => labels::told_under(words, self.survey, question),
            (Part::Results, None) => String::new(),
            (Part::Forms, _) => words.survey_units_told().to_owned(),
        };
        let whole = self.cut_question(usize::from(area.width));
        for (text, style) in [(wrong.join(" "), look.warning), (whole, look.plain), (told, look.dim)] {
            for line in wrap::lines(&text, room, 3).into_iter().filter(|line| !line.is_empty()) {
                if let Some(row) = rows.next() {
                    frame.render_widget(Line::styled(format!(" {line}"), style), row);
                }
            }
        }
    }

    /// The question under the cursor, whole, where its line has no room for it.
    fn cut_question(&self, room: usize) -> String {
        let line =
            self.sheet.results.current().filter(|line| line.1 == 0 && self.sheet.part == Part::Results);
        let question = line.and_then(|line| self.survey.questions.get(line.0));
        let cut = question.filter(|question| width(&question.body) + 24 > room);
        cut.map_or_else(String::new, |question| question.body.clone())
    }
}

/// Cells of a number of forms.
const FORMS: usize = 11;

fn forms_width(room: usize) -> usize {
    room.saturating_sub(FORMS * 5 + 4).clamp(12, 60)
}
