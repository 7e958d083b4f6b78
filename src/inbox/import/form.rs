//! Forms: `phiếu phản ánh` as a table of labels and values, or as lines `label: value`.

use chrono::{NaiveDateTime, NaiveTime};

use super::document::{NamedStream, fill};
use super::letterhead::Head;
use super::lines::Line;
use super::outline::{Matter, Outline};
use super::{channel, dates, marks, names};
use crate::exchange::{Block, Document};
use crate::inbox::columns::{Field, field};
use crate::inbox::model::{Channel, NewReport, ReportKind};
use crate::inbox::topics::TopicRecogniser;
use crate::text::fold;

/// A filled form: label and value, several paragraphs of a value in order.
#[derive(Clone, Debug, Default)]
pub struct Form {
    values: Vec<(Field, Vec<String>)>,
    title: String,
    /// Rows of tables that begin with a label and its value.
    rows: usize,
}

/// Fewest known labels that make a table a form.
const FEWEST: usize = 3;

/// Reads a form. `None` when the document is none.
pub fn read(document: &Document, lines: &[Line]) -> Option<Form> {
    let mut form = Form { title: title(lines), ..Form::default() };
    for block in &document.blocks {
        if let Block::Table(rows) = block {
            for row in rows {
                form.row(row);
            }
        }
    }
    // A table of dates and contents inside a report has its labels in one row, a form in many.
    if form.rows < FEWEST && !fold(&form.title).starts_with("phieu") {
        form.values.clear();
    }
    if !form.is_form() {
        form.values.clear();
        // Lines are a form only when its title says so: reports too have lines with a colon.
        if !fold(&form.title).starts_with("phieu") {
            return None;
        }
        form.lines(lines);
    }
    form.is_form().then_some(form)
}

fn title(lines: &[Line]) -> String {
    lines
        .iter()
        .take(20)
        .find(|line| fold(&line.text).starts_with("phieu"))
        .map(|line| super::phrases::capitalised(&line.text.to_lowercase()))
        .unwrap_or_default()
}

impl Form {
    fn row(&mut self, cells: &[Vec<Block>]) {
        // Label and value alternate; a merged value leaves empty cells behind it.
        let texts: Vec<Vec<String>> =
            cells.iter().map(|cell| paragraphs(cell)).filter(|cell| !cell.is_empty()).collect();
        let mut rest = texts.iter().peekable();
        let mut labels = 0;
        while let Some(label) = rest.next() {
            // `1`, `2` in front of the label number the rows.
            let Some(field) = field(&label.join(" ")).filter(|field| *field != Field::Ordinal) else {
                continue;
            };
            let value = rest.next_if(|value| {
                value.len() > 1
                    || crate::inbox::columns::field(&value.join(" ")).is_none_or(|_| field == Field::Topic)
            });
            labels += 1;
            self.values.push((field, value.cloned().unwrap_or_default()));
        }
        self.rows += usize::from((1..=2).contains(&labels));
    }

    fn lines(&mut self, lines: &[Line]) {
        let mut open: Option<Field> = None;
        for line in lines.iter().filter(|line| !line.is_blank()) {
            let text = line.text.trim_start_matches(['-', '+', '*', ' ']);
            let text = super::lines::number(text).map_or(text, |(_, rest)| rest);
            let labelled =
                text.split_once(':').and_then(|(label, rest)| field(label).map(|field| (field, rest.trim())));
            match labelled {
                Some((field, rest)) => {
                    let first = if rest.is_empty() { Vec::new() } else { vec![rest.to_owned()] };
                    self.values.push((field, first));
                    open = Some(field);
                }
                None if is_foot(&line.text) => open = None,
                None => {
                    if let (
                        Some(Field::Content | Field::Recommendation | Field::Forecast),
                        Some((_, value)),
                    ) = (open, self.values.last_mut())
                    {
                        value.push(line.text.clone());
                    }
                }
            }
        }
    }

    fn is_form(&self) -> bool {
        let mut fields: Vec<Field> = Vec::new();
        for (field, _) in &self.values {
            if !fields.contains(field) {
                fields.push(*field);
            }
        }
        let content = self.values.iter().any(|(field, value)| *field == Field::Content && !value.is_empty());
        content && fields.len() >= FEWEST
    }

    fn paragraphs(&self, wanted: Field) -> Vec<String> {
        self.values
            .iter()
            .filter(|(field, _)| *field == wanted)
            .flat_map(|(_, value)| value.clone())
            .collect()
    }

    fn text(&self, wanted: Field) -> String {
        self.paragraphs(wanted).join(" ").trim().to_owned()
    }

    /// Makes the report.
    pub fn report(&self, head: &Head, topics: &TopicRecogniser) -> NewReport {
        let received: Option<NaiveDateTime> = dates::of_text(&self.text(Field::Date));
        let unit = names::unit(&self.text(Field::Unit));
        let document_date = received.map(|moment| moment.date()).or(head.date);
        let received_at = received.or_else(|| head.date.map(|day| day.and_time(NaiveTime::MIN)));
        let reporter = self.text(Field::Reporter);
        let urgency = marks::urgency_of_field(&self.text(Field::Urgency)).max(head.urgency);
        let channel = match self.text(Field::Channel) {
            said if said.is_empty() => Channel::Questionnaire,
            said => channel(&said),
        };
        let mut report = NewReport {
            received_at,
            received_rule: if received.is_some() {
                "form"
            } else if head.date.is_some() {
                "document"
            } else {
                "import"
            },
            title: if head.title.is_empty() { self.title.clone() } else { head.title.clone() },
            submitter_name: names::person(&reporter).unwrap_or(reporter),
            unit_name: unit,
            document_number: head.number.clone(),
            document_date,
            issuer: head.issuer.clone(),
            kind: ReportKind::Feedback,
            channel,
            urgency,
            ..NewReport::default()
        };
        let matter = Matter {
            title: super::headings::clean_title(&self.text(Field::Title)),
            paragraphs: self.paragraphs(Field::Content),
            forecast: self.paragraphs(Field::Forecast),
            recommendation: self.paragraphs(Field::Recommendation),
            ..Matter::default()
        };
        let outline = Outline { matters: vec![matter], ..Outline::default() };
        fill(&mut report, outline, topics);
        self.columns(&mut report, topics);
        report
    }

    /// What fields of their own say about the one matter.
    fn columns(&self, report: &mut NewReport, topics: &TopicRecogniser) {
        let handling = self.text(Field::Handling);
        let Some(item) = report.items.first_mut() else {
            return;
        };
        // The title of the form is no subject of the matter.
        if self.text(Field::Title).is_empty() {
            item.title = super::phrases::headline(&item.body, super::document::HEADLINE);
        }
        if let Some(topic) = topics.named(&self.text(Field::Topic)) {
            item.topics = vec![topic];
            for stream in &mut item.streams {
                stream.topic = Some(topic);
            }
        }
        let place = self.text(Field::Place);
        if !place.is_empty() {
            item.place = place;
        }
        let named = NamedStream {
            band: self.text(Field::Band),
            tendency: self.text(Field::Tendency),
            group: self.text(Field::Group),
        };
        if let Some(mut stream) = named.stream(&item.body, &item.streams) {
            stream.topic = item.topics.first().copied();
            item.streams.push(stream);
        }
        if !handling.is_empty() {
            report.note = handling;
        }
    }
}

fn is_foot(text: &str) -> bool {
    let folded = fold(text);
    !text.chars().any(char::is_lowercase)
        && (folded.starts_with("nguoi") || folded.starts_with("cong tac vien"))
}

fn paragraphs(cell: &[Block]) -> Vec<String> {
    let document = Document { blocks: cell.to_vec(), ..Document::default() };
    document.lines().into_iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}
