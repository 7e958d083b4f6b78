//! The preview: head, streams in columns, forecast, recommendation, the text; and what may be personal data.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};

use crate::inbox::labels;
use crate::inbox::model::{ItemKind, Triage, Urgency};
use crate::inbox::rows::{AnswerRow, ItemCard, StreamRow};
use crate::inbox::tab::State;
use crate::roster::model::short_unit;
use crate::screen::Look;
use crate::screen::columns::cell;
use crate::screen::wrap;
use crate::text::{cut_name, width};
use crate::words::Words;

/// Lines being written, never more than are wanted.
pub(super) struct Page<'a> {
    pub lines: Vec<Line<'a>>,
    pub width: usize,
    /// The title that stands above already: a report with one matter often has its title.
    pub above: &'a str,
    most: usize,
    look: &'a Look,
    words: &'a Words,
    pub today: NaiveDate,
}

pub(super) fn draw(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    let Some(card) = state.list.current_id().and_then(|item| state.cards.get(item)) else {
        return;
    };
    let mut page = Page::fitting(area, state.scroll, state.today, look, words);
    page.item(card, true);
    // Scrolled past its end, the last line stays in sight.
    let skip = usize::from(state.scroll).min(page.lines.len().saturating_sub(1));
    let lines: Vec<Line> = page.lines.into_iter().skip(skip).collect();
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    frame.render_widget(Text::from(lines), inside);
}

impl<'a> Page<'a> {
    pub fn new(width: usize, most: usize, today: NaiveDate, look: &'a Look, words: &'a Words) -> Self {
        Self { lines: Vec::new(), width, above: "", most, look, words, today }
    }

    /// One for an area, as long as can be seen of it behind so many lines.
    pub fn fitting(area: Rect, scroll: u16, today: NaiveDate, look: &'a Look, words: &'a Words) -> Self {
        let most = usize::from(area.height) + usize::from(scroll);
        Self::new(usize::from(area.width.saturating_sub(2)), most, today, look, words)
    }

    pub fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.spans.is_empty()) {
            self.push(Line::default());
        }
    }

    pub fn push(&mut self, line: Line<'a>) {
        if self.lines.len() < self.most {
            self.lines.push(line);
        }
    }

    /// Text broken into lines, the first after `label`, all indented by `indent`.
    pub fn text(&mut self, label: &'a str, text: &'a str, indent: usize, style: Style) {
        let room = self.width.saturating_sub(indent).max(10);
        let left = self.most.saturating_sub(self.lines.len());
        for (at, line) in wrap::lines(text, room, left).into_iter().enumerate() {
            let mut head = String::new();
            cell(&mut head, if at == 0 { label } else { "" }, indent, false, self.look.ellipsis());
            self.push(Line::from(vec![Span::styled(head, self.look.dim), Span::styled(line, style)]));
        }
    }

    /// A value behind its name, when there is one.
    pub fn pair(&mut self, label: &str, value: &str, indent: usize) {
        let room = self.width.saturating_sub(indent).max(10);
        let left = self.most.saturating_sub(self.lines.len());
        for (at, line) in wrap::lines(value, room, left).into_iter().enumerate().filter(|_| !value.is_empty())
        {
            let mut head = String::new();
            cell(&mut head, if at == 0 { label } else { "" }, indent, false, self.look.ellipsis());
            self.push(Line::from(vec![Span::styled(head, self.look.dim), Span::raw(line.to_owned())]));
        }
    }

    /// An item, with the head of its report when it stands alone.
    pub fn item(&mut self, card: &'a ItemCard, alone: bool) {
        let look = self.look;
        if alone {
            self.head(card);
            self.warning(card);
        }
        // A matter without a heading has the beginning of its text for a title, and the text follows.
        let begins = card.row.title.trim_end_matches(['…', '.', ' ']);
        let opens = !begins.is_empty() && card.body.starts_with(begins) && card.body.len() != begins.len();
        if card.row.title != self.above && (!alone || !opens) {
            self.text("", &card.row.title, 0, look.strong);
        }
        self.state(card);
        if !card.streams.is_empty() {
            self.blank();
            self.streams(&card.streams);
        }
        let said = [
            (self.words.inbox_forecast(), card.forecast.as_str()),
            (self.words.inbox_recommendation(), card.recommendation.as_str()),
        ];
        if said.iter().any(|(_, text)| !text.is_empty()) {
            self.blank();
        }
        let indent = width(said[0].0).max(width(said[1].0)) + 1;
        for (label, text) in said {
            if !text.is_empty() {
                self.text(label, text, indent, look.plain);
            }
        }
        self.answers(&card.answers);
        if !card.body.is_empty() {
            self.blank();
            // The streams say what matters; the whole text stands below them to be looked up.
            let style = if card.streams.is_empty() { look.plain } else { look.dim };
            self.text("", &card.body, 0, style);
        }
    }

    /// What may tell who somebody is, and the key that hides it. Above the text: what the program says covers the last line.
    fn warning(&mut self, card: &ItemCard) {
        let Some(warning) = card.warnings.first() else { return };
        let (look, words) = (self.look, self.words);
        let sign = if look.ascii { "!" } else { "⚠" };
        let kind = labels::personal(words, warning.kind);
        let said = match (warning.line, card.warnings.len() as u64 - 1) {
            (0, _) => words.inbox_warning_elsewhere(kind),
            (line, 0) => words.inbox_warning(kind, u64::from(line)),
            (line, others) => words.inbox_warnings(kind, u64::from(line), others),
        };
        let said = [format!("{sign} {said}"), words.inbox_warning_key().to_owned()];
        self.parts(said.into_iter().map(|part| Span::styled(part, look.warning)).collect());
    }

    /// That it was answered, the newest answer's words, and how many more there are.
    fn answers(&mut self, answers: &'a [AnswerRow]) {
        let Some(newest) = answers.first() else { return };
        let (look, words) = (self.look, self.words);
        self.blank();
        let mut said = vec![Span::styled(words.inbox_answered().to_owned(), look.good)];
        let day = newest.sent_at.map(|at| words.day_short(at.date(), self.today));
        said.push(Span::styled(labels::sent(words, day, &newest.sent_through), look.dim));
        if answers.len() > 1 {
            said.push(Span::styled(words.inbox_answers_more(answers.len() as u64 - 1), look.dim));
        }
        self.parts(said);
        self.text("", &newest.content, 2, look.plain);
    }

    /// `LA-H-0457 (2/3) · N.T. Hương, Hội LHPN · họp · đến 20/11 · đúng hạn`
    fn head(&mut self, card: &ItemCard) {
        let (look, words) = (self.look, self.words);
        let row = &card.row;
        let (place, of) = row.place_in_report;
        let number = if of > 1 {
            format!("{} ({place}/{of})", row.arrival_number)
        } else {
            row.arrival_number.clone()
        };
        let mut parts = vec![Span::styled(number, look.accent)];
        let room = self.width.saturating_sub(width(&parts[0].content) + 3);
        let joined = |name: &str, unit: &str| {
            [name, unit].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        };
        // Whole as long as it fits beside the number; then the unit is shortened, and the name last.
        let mut from = joined(&row.submitter, &row.unit);
        if width(&from) > room {
            from = joined(&row.submitter, &short_unit(&row.unit));
        }
        if width(&from) > room {
            from = joined(&cut_name(&row.submitter, 16), &short_unit(&row.unit));
        }
        if !from.is_empty() {
            parts.push(Span::raw(from));
        }
        let channel = labels::channel(words, card.channel);
        if !card.document_number.is_empty() {
            parts.push(Span::raw(card.document_number.clone()));
        } else if !channel.is_empty() {
            parts.push(Span::raw(channel.to_owned()));
        }
        if let Some(at) = row.received_at {
            parts.push(Span::raw(words.inbox_received_on(words.day_short(at.date(), self.today))));
        }
        match card.on_time {
            Some(true) => parts.push(Span::styled(words.inbox_on_time(), look.good)),
            Some(false) => parts.push(Span::styled(words.inbox_late(), look.warning)),
            None => {}
        }
        if row.urgency != Urgency::Normal {
            parts.insert(0, Span::styled(format!("! {}", labels::urgency(words, row.urgency)), look.urgent));
        }
        self.parts(parts);
    }

    /// Parts with dots between them, on as many lines as they need.
    pub fn parts(&mut self, parts: Vec<Span<'a>>) {
        let dot = format!(" {} ", self.look.dot());
        let mut line: Vec<Span> = Vec::new();
        let mut used = 0;
        for part in parts {
            let needed = width(&part.content);
            if used > 0 && used + width(&dot) + needed > self.width {
                self.push(Line::from(std::mem::take(&mut line)));
                used = 0;
            }
            if needed > self.width {
                let left = self.most.saturating_sub(self.lines.len());
                for text in wrap::lines(&part.content, self.width, left) {
                    self.push(Line::styled(text.to_owned(), part.style));
                }
                continue;
            }
            if used > 0 {
                line.push(Span::styled(dot.clone(), self.look.dim));
                used += width(&dot);
            }
            used += needed;
            line.push(part);
        }
        if !line.is_empty() {
            self.push(Line::from(line));
        }
    }

    /// What is decided, and what it belongs to.
    fn state(&mut self, card: &'a ItemCard) {
        let (look, words) = (self.look, self.words);
        let row = &card.row;
        let mut parts: Vec<Span> = Vec::new();
        if row.triage != Triage::New {
            let mut said = labels::triage(words, row.triage).to_owned();
            if let Some((number, title)) = &card.duplicate_of {
                said = words.inbox_duplicate_of(number, title);
            } else if !card.triage_reason.is_empty() {
                said = format!("{said}: {}", card.triage_reason);
            }
            parts.push(Span::styled(said, if row.triage == Triage::Included { look.good } else { look.dim }));
        }
        if row.kind == ItemKind::Rumour {
            let style = if row.open_rumour() { look.warning } else { look.plain };
            let how = labels::verification(words, row.verification);
            parts.push(Span::styled(format!("? {}", words.inbox_rumour_is(how)), style));
        }
        if let Some((_, title)) = &card.issue {
            let sign = if row.at_risk() { format!("{} ", look.hot()) } else { String::new() };
            let style = if row.at_risk() { look.urgent } else { look.plain };
            let grade = labels::grade(words, &row.grade);
            parts.push(Span::styled(format!("{sign}{}", words.inbox_under_issue(grade, title)), style));
        }
        if row.clash {
            parts.push(Span::styled(format!("{} {}", look.clash(), words.inbox_clash()), look.warning));
        }
        for text in [&row.topics, &card.place] {
            if !text.is_empty() {
                parts.push(Span::styled(text.as_str(), look.dim));
            }
        }
        if !card.handler.is_empty() {
            parts.push(Span::styled(words.inbox_handled_by(card.handler.as_str()), look.dim));
        }
        self.parts(parts);
    }

    /// Group, band, tendency and intensity in columns, the gist beside them; below one another where it is narrow.
    fn streams(&mut self, streams: &'a [StreamRow]) {
        let (look, words) = (self.look, self.words);
        let tendency = |stream: &StreamRow| {
            let intensity = labels::intensity(words, stream.intensity);
            let mut text = labels::tendency(words, stream.tendency).to_owned();
            if !intensity.is_empty() {
                text.push_str(", ");
                text.push_str(intensity);
            }
            text
        };
        let widest = |of: &dyn Fn(&StreamRow) -> usize| streams.iter().map(of).max().unwrap_or(0);
        let whole = widest(&|stream| width(&stream.group_name));
        let band = widest(&|stream| width(labels::band(words, stream.band)));
        let lean = widest(&|stream| width(&tendency(stream)));
        let columns = whole + usize::from(whole > 0) * 2 + band + 2 + lean + 2;
        // Groups stand in full: where one is long, the gist stands below and the head has the whole line.
        let stacked = whole > self.width / 3 || columns + 24 > self.width;
        let group = if stacked { whole.min(self.width.saturating_sub(band + lean + 4)) } else { whole };
        for stream in streams {
            if width(&stream.group_name) > group {
                let said = [
                    stream.group_name.clone(),
                    labels::band(words, stream.band).to_owned(),
                    tendency(stream),
                ];
                self.parts(said.into_iter().map(Span::raw).collect());
                self.text("", &stream.gist, 2, look.plain);
                continue;
            }
            let mut head = String::new();
            if group > 0 {
                cell(&mut head, &stream.group_name, group, false, look.ellipsis());
                head.push_str("  ");
            }
            cell(&mut head, labels::band(words, stream.band), band, false, look.ellipsis());
            head.push_str("  ");
            let lean_text = tendency(stream);
            if stacked {
                self.push(Line::from(vec![Span::raw(head), Span::raw(lean_text)]));
                self.text("", &stream.gist, 2, look.plain);
                continue;
            }
            let mut tail = String::new();
            cell(&mut tail, &lean_text, lean, false, look.ellipsis());
            tail.push_str("  ");
            let room = self.width - columns;
            let left = self.most.saturating_sub(self.lines.len());
            for (at, gist) in wrap::lines(&stream.gist, room, left).into_iter().enumerate() {
                if at == 0 {
                    self.push(Line::from(vec![
                        Span::raw(std::mem::take(&mut head)),
                        Span::raw(std::mem::take(&mut tail)),
                        Span::raw(gist),
                    ]));
                } else {
                    self.push(Line::from(vec![Span::raw(" ".repeat(columns)), Span::raw(gist)]));
                }
            }
        }
    }
}
