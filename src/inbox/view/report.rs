//! Reading a report whole: head, summary, all items, its files.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span, Text};

use super::preview::Page;
use super::{rule, split};
use crate::inbox::labels;
use crate::inbox::model::Urgency;
use crate::inbox::rows::ReportCard;
use crate::screen::Look;
use crate::words::Words;

pub(super) fn draw(
    frame: &mut Frame,
    area: Rect,
    card: &ReportCard,
    scroll: u16,
    today: NaiveDate,
    look: &Look,
    words: &Words,
) {
    let width = usize::from(area.width.saturating_sub(2)).min(100);
    let mut page = Page::new(width, usize::from(u16::MAX), today, look, words);
    head(&mut page, card, look, words);
    if !card.summary.is_empty() {
        page.blank();
        page.text("", &card.summary, 0, look.plain);
    }
    for (at, item) in card.items.iter().enumerate() {
        page.blank();
        if card.items.len() > 1 {
            page.push(Line::styled(words.inbox_item_of(at as u64 + 1, card.items.len() as u64), look.dim));
        }
        page.item(item, false);
    }
    if !card.attachments.is_empty() {
        page.blank();
        page.push(Line::styled(words.inbox_files().to_owned(), look.dim));
        for file in &card.attachments {
            let size = words.inbox_kilobytes(file.size.div_ceil(1024));
            let original = if file.original { words.inbox_original_file() } else { "" };
            page.push(Line::from(vec![
                Span::raw(format!("  {}  ", file.name)),
                Span::styled(format!("{size}  {original}"), look.dim),
            ]));
        }
    }
    let [body, foot] = split(area, area.height.saturating_sub(1));
    let height = usize::from(body.height);
    let total = page.lines.len();
    let top = usize::from(scroll).min(total.saturating_sub(height));
    let seen: Vec<Line> = page.lines.into_iter().skip(top).take(height).collect();
    let inside = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    frame.render_widget(Text::from(seen), inside);
    let last = (top + height).min(total);
    frame.render_widget(rule(foot.width, &words.inbox_lines(last as u64, total as u64), look), foot);
}

fn head<'a>(page: &mut Page<'a>, card: &'a ReportCard, look: &'a Look, words: &'a Words) {
    let row = &card.row;
    page.text("", &row.title, 0, look.strong);
    page.above = &row.title;
    let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| words.day(day));
    // The day of a paper without a number says something only when it is not the day it came.
    let came = row.received_at.map(|at| at.date());
    let dated = row.document_date.filter(|_| !row.document_number.is_empty() || row.document_date != came);
    let number = [row.document_number.clone(), day(dated)];
    let number = number.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let period = match (row.period_from, row.period_to) {
        (Some(from), Some(to)) => {
            format!("{} {} – {}", labels::period_kind(words, row.period_kind), words.day(from), words.day(to))
        }
        _ => labels::period_kind(words, row.period_kind).to_owned(),
    };
    let urgency = if row.urgency == Urgency::Normal { "" } else { labels::urgency(words, row.urgency) };
    let pairs = [
        (words.inbox_column_number(), row.arrival_number.clone()),
        (words.inbox_column_received(), day(row.received_at.map(|at| at.date()))),
        (words.inbox_column_urgency(), urgency.to_owned()),
        (words.inbox_column_unit(), row.unit.clone()),
        (words.inbox_column_submitter(), row.submitter.clone()),
        (words.inbox_column_kind(), labels::report_kind(words, row.kind).to_owned()),
        (words.inbox_column_channel(), labels::channel(words, row.channel).to_owned()),
        (words.inbox_column_period(), period.trim().to_owned()),
        (words.inbox_column_document(), number),
        (words.inbox_column_issuer(), row.issuer.clone()),
    ];
    let indent = pairs.iter().map(|(label, _)| crate::text::width(label)).max().unwrap_or(0) + 2;
    for (label, value) in pairs {
        page.pair(label, &value, indent);
    }
}
