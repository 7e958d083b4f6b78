//! Writes a paper as Markdown and as plain text.

use unicode_width::UnicodeWidthStr;

use super::lines::broken_by;
use super::{Block, Paper, Profile, Signature, Table};

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
    lines.push(profile.number_line(&paper.number));
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
    let lines = |lines: &[String]| lines.iter().map(|line| escape(line)).collect::<Vec<_>>().join("  \n");
    out.push_str(&format!("{}\n\n", lines(&issuer(paper, profile))));
    let mut right = motto(profile);
    right.push(profile.date_line(&paper.place, paper.date));
    out.push_str(&format!("{}\n\n", lines(&right)));
    out.push_str(&format!("# {}\n\n", escape(&profile.title.kind.cased(&paper.kind))));
    if !paper.subject.trim().is_empty() {
        out.push_str(&format!("**{}**\n\n", escape(paper.subject.trim())));
    }
    markdown_blocks(&mut out, &paper.blocks);
    for one in &paper.signatures {
        let lines: Vec<String> = signed(one).map(|line| format!("**{}**", escape(line))).collect();
        out.push_str(&format!("{}\n\n", lines.join("  \n")));
    }
    if !paper.recipients.is_empty() {
        out.push_str(&format!("{}\n\n", escape(&profile.recipients.title)));
        for recipient in &paper.recipients {
            out.push_str(&format!("- {}\n", escape(recipient.trim())));
        }
        out.push('\n');
    }
    if let Some(annex) = &paper.annex {
        out.push_str(&format!("---\n\n## {}\n\n", escape(&annex.title)));
        markdown_blocks(&mut out, &annex.blocks);
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

fn markdown_blocks(out: &mut String, blocks: &[Block]) {
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
            Block::Table(table) => {
                let cells = |cells: &mut dyn Iterator<Item = &str>| {
                    let cells: Vec<String> =
                        cells.map(|cell| escape(cell).replace('|', "\\|").replace('\n', "<br>")).collect();
                    format!("| {} |\n", cells.join(" | "))
                };
                out.push_str(&cells(&mut table.columns.iter().map(|column| column.heading.as_str())));
                out.push_str(&cells(&mut table.columns.iter().map(|_| "---")).replace('\\', ""));
                for row in &table.rows {
                    out.push_str(&cells(
                        &mut (0..table.columns.len()).map(|at| row.get(at).map_or("", String::as_str)),
                    ));
                }
                out.push('\n');
            }
            Block::PageBreak => out.push_str("---\n\n"),
        }
    }
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
    let left = issuer(paper, profile);
    let mut right = motto(profile);
    right.push(profile.date_line(&paper.place, paper.date));
    let right_width = right.iter().map(|line| line.width()).max().unwrap_or(0).min(50);
    let left_width = LINE.saturating_sub(right_width + 3);
    let left: Vec<String> = left.iter().flat_map(|line| balanced(line, left_width)).collect();
    for row in 0..left.len().max(right.len()) {
        let cell = |lines: &[String], width| centre(lines.get(row).map_or("", String::as_str), width);
        push_line(&mut out, &format!("{}   {}", cell(&left, left_width), cell(&right, right_width)));
    }
    out.push('\n');
    push_line(&mut out, &centre(&profile.title.kind.cased(&paper.kind), LINE));
    for part in balanced(paper.subject.trim(), LINE - 10) {
        push_line(&mut out, &centre(&part, LINE));
    }
    push_line(&mut out, &centre("-----", LINE));
    out.push('\n');
    text_blocks(&mut out, &paper.blocks);
    for one in &paper.signatures {
        out.push('\n');
        for line in signed(one) {
            push_line(&mut out, &format!("{}{}", " ".repeat(LINE / 2), centre(line, LINE / 2)));
        }
    }
    if !paper.recipients.is_empty() {
        out.push('\n');
        push_line(&mut out, &profile.recipients.title);
        for recipient in &paper.recipients {
            push_line(&mut out, &format!("{}{}", profile.recipients.bullet, recipient.trim()));
        }
    }
    if let Some(annex) = &paper.annex {
        out.push_str(&format!("\n{}\n{}\n\n", "=".repeat(LINE), annex.title));
        text_blocks(&mut out, &annex.blocks);
    }
    out
}

fn text_blocks(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } => {
                out.push('\n');
                push_lines(out, text);
            }
            Block::Paragraph(text) => {
                for part in text.lines() {
                    push_lines(out, part);
                }
            }
            Block::Table(table) => text_table(out, table),
            Block::PageBreak => out.push('\n'),
        }
    }
}

/// A table as one record a row: a grid of 78 cells would cut what people need to read.
fn text_table(out: &mut String, table: &Table) {
    for row in &table.rows {
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
