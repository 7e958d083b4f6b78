//! Writes a paper as Markdown and as plain text.

use unicode_width::UnicodeWidthStr;

use super::lines::broken_by;
use super::{Align, Block, Line, Paper, Profile, RowKind, Signature, Table, Top};

/// Cells of a line of plain text.
const LINE: usize = 76;

/// Motto lines as printed.
fn motto(profile: &Profile) -> Vec<String> {
    profile.head.motto.iter().map(|line| line.look.cased(&line.text)).collect()
}

/// The issuing side of the head, from the superior body to the number.
fn issuer(paper: &Paper, profile: &Profile) -> Vec<String> {
    let mut lines = Vec::new();
    if !paper.superior.trim().is_empty() {
        lines.push(profile.head.superior.cased(paper.superior.trim()));
    }
    lines.extend(paper.bodies.iter().map(|body| profile.head.body.cased(body.trim())));
    if !matches!(profile.head.after_body.as_str(), "" | "rule") {
        lines.push(profile.head.after_body.clone());
    }
    lines
}

/// Number and, of a letter, what it is about.
fn numbered(paper: &Paper, profile: &Profile) -> Vec<String> {
    match paper.top {
        Top::Full => vec![profile.number_line(&paper.number)],
        Top::Letter => vec![profile.number_line(&paper.number), format!("V/v {}", paper.subject.trim())],
        Top::Bare | Top::Nothing => Vec::new(),
    }
}

/// Motto, and the date where the head has one.
fn right_side(paper: &Paper, profile: &Profile) -> Vec<String> {
    let mut lines = motto(profile);
    if matches!(paper.top, Top::Full | Top::Letter) {
        lines.push(profile.date_line(&paper.place, paper.date));
    }
    lines
}

fn signed(one: &Signature) -> impl Iterator<Item = &str> {
    [&one.authority, &one.post, &one.name].into_iter().map(|line| line.trim()).filter(|line| !line.is_empty())
}

/// The paper as Markdown.
pub fn markdown(paper: &Paper, profile: &Profile) -> String {
    let mut out = String::new();
    if !paper.mark.is_empty() {
        out.push_str(&format!("**{}**\n\n", escape(&paper.mark)));
    }
    if paper.top != Top::Nothing {
        markdown_head(&mut out, paper, profile);
    }
    if matches!(paper.top, Top::Full | Top::Bare) {
        out.push_str(&format!("# {}\n\n", escape(&profile.title.kind.cased(&paper.kind))));
        if !paper.subject.trim().is_empty() {
            out.push_str(&format!("**{}**\n\n", escape(paper.subject.trim())));
        }
    }
    if !paper.addressees.is_empty() {
        let all: Vec<String> = paper.addressees.iter().map(|one| escape(one.trim())).collect();
        out.push_str(&format!("Kính gửi: {}\n\n", all.join("; ")));
    }
    markdown_blocks(&mut out, &paper.blocks, paper, profile);
    markdown_signatures(&mut out, &paper.signatures);
    if !paper.recipients.is_empty() {
        out.push_str(&format!("{}\n\n", escape(&profile.recipients.title)));
        for recipient in &paper.recipients {
            out.push_str(&format!("- {}\n", escape(recipient.trim())));
        }
        out.push('\n');
    }
    if let Some(annex) = &paper.annex {
        out.push_str(&format!("---\n\n## {}\n\n", escape(&annex.title)));
        markdown_blocks(&mut out, &annex.blocks, paper, profile);
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

/// The head: the issuing side, then the other one.
fn markdown_head(out: &mut String, paper: &Paper, profile: &Profile) {
    let mut left = issuer(paper, profile);
    left.extend(numbered(paper, profile));
    for side in [left, right_side(paper, profile)] {
        let lines: Vec<String> = side.iter().map(|line| escape(line)).collect();
        out.push_str(&format!("{}\n\n", lines.join("  \n")));
    }
}

fn markdown_signatures(out: &mut String, signatures: &[Signature]) {
    for one in signatures {
        let lines: Vec<String> = signed(one).map(|line| format!("**{}**", escape(line))).collect();
        if !lines.is_empty() {
            out.push_str(&format!("{}\n\n", lines.join("  \n")));
        }
    }
}

fn markdown_blocks(out: &mut String, blocks: &[Block], paper: &Paper, profile: &Profile) {
    for block in blocks {
        match block {
            Block::Heading { level, text } => {
                let marks = "#".repeat(usize::from((*level).clamp(1, 3)) + 1);
                out.push_str(&format!("{marks} {}\n\n", escape(text)));
            }
            Block::Paragraph(text) => {
                let lines: Vec<String> = text.lines().map(escape).collect();
                out.push_str(&format!("{}\n\n", lines.join("  \n")));
            }
            Block::Lead { lead, text } => {
                out.push_str(&format!("**{}** {}\n\n", escape(lead), escape(text).replace('\n', "  \n")));
            }
            Block::Line(Line { text, bold, .. }) => {
                let mark = if *bold { "**" } else { "" };
                for line in text.lines().filter(|line| !line.trim().is_empty()) {
                    out.push_str(&format!("{mark}{}{mark}  \n", escape(line.trim())));
                }
                out.push('\n');
            }
            Block::Table(table) => markdown_table(out, table),
            Block::PageBreak => out.push_str("---\n\n"),
            Block::Head => markdown_head(out, paper, profile),
            Block::Closing(closing) => {
                if closing.dated {
                    out.push_str(&format!("{}\n\n", escape(&profile.date_line(&paper.place, paper.date))));
                }
                markdown_signatures(out, &closing.signatures);
            }
            Block::Chart(chart) => markdown_table(out, &chart.as_table()),
            Block::Picture(picture) => out.push_str(&format!("*{}*\n\n", escape(&picture.alt))),
        }
    }
}

fn markdown_table(out: &mut String, table: &Table) {
    let row = |cells: &mut dyn Iterator<Item = String>| {
        let cells: Vec<String> = cells.map(|cell| cell.replace('|', "\\|").replace('\n', "<br>")).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    out.push_str(&row(&mut table.columns.iter().map(|column| escape(&column.heading))));
    out.push_str(&row(&mut table.columns.iter().map(|_| "---".to_owned())));
    for at in 0..table.rows.len() {
        let bold = table.kinds.contains_key(&at);
        let cells = table.cells(at).into_iter().flat_map(|(text, span)| {
            let text = escape(text);
            let text = if bold && !text.is_empty() { format!("**{text}**") } else { text };
            std::iter::once(text).chain(std::iter::repeat_n(String::new(), span - 1))
        });
        out.push_str(&row(&mut cells.collect::<Vec<_>>().into_iter()));
    }
    out.push('\n');
}

/// Keeps Markdown from reading marks of its own into a text: emphasis anywhere, lists and headings at the start.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, sign) in text.char_indices() {
        let first = text[..at].trim().is_empty();
        let emphasis = matches!(sign, '*' | '_' | '`' | '<' | '\\');
        if emphasis || (first && matches!(sign, '#' | '-' | '+' | '>')) {
            out.push('\\');
        }
        out.push(sign);
    }
    // "1. " at the start would become a list that counts by itself.
    let digits = out.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && out[digits..].starts_with(". ") {
        out.insert(digits, '\\');
    }
    out
}

/// The paper as plain text, lines ended by `\n`.
pub fn text(paper: &Paper, profile: &Profile) -> String {
    let mut out = String::new();
    if !paper.mark.is_empty() {
        out.push_str(&format!("{:>LINE$}\n\n", paper.mark));
    }
    if paper.top != Top::Nothing {
        text_head(&mut out, paper, profile, true);
    }
    if matches!(paper.top, Top::Full | Top::Bare) {
        push_line(&mut out, &centre(&profile.title.kind.cased(&paper.kind), LINE));
        for part in balanced(paper.subject.trim(), LINE - 10) {
            push_line(&mut out, &centre(&part, LINE));
        }
        push_line(&mut out, &centre("-----", LINE));
        out.push('\n');
    }
    match paper.addressees.as_slice() {
        [] => {}
        [one] => {
            out.push_str(&format!("{}\n\n", centre(&format!("Kính gửi: {}", one.trim()), LINE).trim_end()));
        }
        many => {
            push_line(&mut out, "Kính gửi:");
            for one in many {
                push_lines(&mut out, &format!("- {}", one.trim()));
            }
            out.push('\n');
        }
    }
    text_blocks(&mut out, &paper.blocks, paper, profile);
    text_signatures(&mut out, &paper.signatures);
    if !paper.recipients.is_empty() {
        out.push('\n');
        push_line(&mut out, &profile.recipients.title);
        for recipient in &paper.recipients {
            push_line(&mut out, &format!("{}{}", profile.recipients.bullet, recipient.trim()));
        }
    }
    if let Some(annex) = &paper.annex {
        out.push_str(&format!("\n{}\n{}\n\n", "=".repeat(LINE), annex.title));
        text_blocks(&mut out, &annex.blocks, paper, profile);
    }
    out
}

/// The head in two columns; without number and date where they do not belong.
fn text_head(out: &mut String, paper: &Paper, profile: &Profile, with_number: bool) {
    let mut left = issuer(paper, profile);
    let right = if with_number {
        left.extend(numbered(paper, profile));
        right_side(paper, profile)
    } else {
        motto(profile)
    };
    let right_width = right.iter().map(|line| line.width()).max().unwrap_or(0).min(50);
    let left_width = LINE.saturating_sub(right_width + 3);
    let left: Vec<String> = left.iter().flat_map(|line| balanced(line, left_width)).collect();
    for row in 0..left.len().max(right.len()) {
        let cell = |lines: &[String], width| centre(lines.get(row).map_or("", String::as_str), width);
        push_line(out, &format!("{}   {}", cell(&left, left_width), cell(&right, right_width)));
    }
    out.push('\n');
}

/// One signer on the right, several side by side.
fn text_signatures(out: &mut String, signatures: &[Signature]) {
    for pair in signatures.chunks(2) {
        out.push('\n');
        let columns: Vec<Vec<String>> = pair
            .iter()
            .map(|one| signed(one).flat_map(|line| balanced(line, LINE / 2 - 2)).collect())
            .collect();
        let (left, right) = match columns.as_slice() {
            [left, right] => (left.as_slice(), right.as_slice()),
            [right] => ([].as_slice(), right.as_slice()),
            _ => continue,
        };
        for row in 0..left.len().max(right.len()) {
            let cell = |lines: &[String]| centre(lines.get(row).map_or("", String::as_str), LINE / 2);
            push_line(out, &format!("{}{}", cell(left), cell(right)));
        }
    }
}

fn text_blocks(out: &mut String, blocks: &[Block], paper: &Paper, profile: &Profile) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } => {
                out.push('\n');
                push_lines(out, text);
            }
            Block::Paragraph(text) => text.lines().for_each(|part| push_lines(out, part)),
            Block::Lead { lead, text } => push_lines(out, &format!("{lead} {}", text.replace('\n', " "))),
            Block::Line(line) => text_line(out, line),
            Block::Table(table) => text_table(out, table),
            Block::PageBreak => out.push('\n'),
            Block::Head => text_head(out, paper, profile, false),
            Block::Closing(closing) => {
                if closing.dated {
                    let date = profile.date_line(&paper.place, paper.date);
                    push_line(out, &format!("\n{}{}", " ".repeat(LINE / 2), centre(&date, LINE / 2)));
                }
                text_signatures(out, &closing.signatures);
            }
            Block::Chart(chart) => text_table(out, &chart.as_table()),
            Block::Picture(picture) => push_lines(out, &format!("[{}]", picture.alt)),
        }
    }
}

fn text_line(out: &mut String, line: &Line) {
    if line.gap > 0 {
        out.push('\n');
    }
    for part in line.text.lines() {
        for part in balanced(part, LINE) {
            let space = LINE.saturating_sub(part.width());
            match line.align {
                Align::Left => push_line(out, &part),
                Align::Centre => push_line(out, &centre(&part, LINE)),
                Align::Right => push_line(out, &format!("{}{part}", " ".repeat(space))),
            }
        }
    }
}

/// A table as one record a row: a grid of 78 cells would cut what people need to read.
fn text_table(out: &mut String, table: &Table) {
    for (at, row) in table.rows.iter().enumerate() {
        if let Some(kind) = table.kinds.get(&at) {
            if *kind == RowKind::Group {
                out.push('\n');
            }
            let cells: Vec<&str> =
                row.iter().map(String::as_str).filter(|cell| !cell.trim().is_empty()).collect();
            push_lines(out, &cells.join(": "));
            continue;
        }
        let cells: Vec<String> = table
            .columns
            .iter()
            .zip(row)
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(column, cell)| format!("{}: {}", column.heading, cell.replace('\n', " ")))
            .collect();
        push_lines(out, &cells.join("; "));
    }
}

fn push_lines(out: &mut String, text: &str) {
    for line in wrap(text, LINE) {
        push_line(out, &line);
    }
}

fn push_line(out: &mut String, line: &str) {
    out.push_str(line.trim_end());
    out.push('\n');
}

fn centre(text: &str, width: usize) -> String {
    let space = width.saturating_sub(text.width());
    format!("{}{text}{}", " ".repeat(space / 2), " ".repeat(space - space / 2))
}

/// Lines of the head or the title, about equally long and broken where the Word file breaks them.
fn balanced(text: &str, width: usize) -> Vec<String> {
    let broken = broken_by(text, width as f32, |text| text.width() as f32);
    broken.lines().flat_map(|line| wrap(line, width)).collect()
}

/// Lines of at most `width` cells; a word longer than that keeps a line of its own.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let last = lines.len() - 1;
        let line = &mut lines[last];
        if line.is_empty() {
            line.push_str(word);
        } else if line.width() + 1 + word.width() <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}
