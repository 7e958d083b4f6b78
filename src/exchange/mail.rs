//! Mails: headers decoded, the body as a person would read it, attachments as sources. Nothing is fetched.

use chrono::{FixedOffset, NaiveDateTime, TimeZone as _};
use mail_parser::{DateTime, Message, MessageParser, MessagePart, MimeHeaders as _, PartType};

use super::{Content, Document, Mail, Notice, Reading, Refusal, Source, html, plain};
use crate::text::{clean_line, clean_text};

/// Most parts of a mail.
const PART_LIMIT: usize = 500;
/// Viet Nam's one time zone, in seconds east.
const VIET_NAM: i32 = 7 * 3600;

/// Reads a mail.
///
/// # Errors
/// [`Refusal::BrokenMail`] when its parts cannot be told apart, [`Refusal::TooManyParts`].
pub fn read(source: &Source) -> Result<Reading, Refusal> {
    let message = MessageParser::default().parse(&source.bytes).ok_or(Refusal::BrokenMail)?;
    if message.parts.len() > PART_LIMIT {
        return Err(Refusal::TooManyParts { limit: PART_LIMIT });
    }
    check_parts(&message, &source.bytes)?;
    let (body, removed) = body(&message);
    let sender = message.from().and_then(|from| from.first());
    let mail = Mail {
        message_id: message.message_id().map(line).unwrap_or_default(),
        date: message.date().and_then(local),
        from_name: sender.and_then(|from| from.name()).map(line).unwrap_or_default(),
        from_address: sender
            .and_then(|from| from.address())
            .map(|address| line(address).to_lowercase())
            .unwrap_or_default(),
        subject: message.subject().map(line).unwrap_or_default(),
        body,
        attachments: attachments(&message),
    };
    if mail.from_address.is_empty() && mail.subject.is_empty() && mail.date.is_none() {
        return Err(Refusal::BrokenMail);
    }
    Ok(Reading {
        content: Content::Mail(mail),
        notices: if removed > 0 { vec![Notice::ControlsRemoved(removed)] } else { Vec::new() },
    })
}

fn line(text: &str) -> String {
    clean_line(text).text
}

/// A mail of parts whose boundary does not occur, or that ends before its last boundary, lost something on the way.
fn check_parts(message: &Message, bytes: &[u8]) -> Result<(), Refusal> {
    for part in &message.parts {
        let Some(kind) = part.content_type().filter(|kind| kind.ctype().eq_ignore_ascii_case("multipart"))
        else {
            continue;
        };
        let boundary = kind.attribute("boundary").unwrap_or_default();
        let sub_parts = part.sub_parts().map_or(0, <[_]>::len);
        let mark = format!("--{boundary}");
        let found = bytes.windows(mark.len()).filter(|window| *window == mark.as_bytes()).count();
        if boundary.is_empty() || sub_parts == 0 || found < 2 {
            return Err(Refusal::BrokenMail);
        }
    }
    let unreadable = message
        .parts
        .iter()
        .any(|part| part.is_encoding_problem && matches!(part.body, PartType::Binary(_) | PartType::Text(_)));
    // An attachment whose base64 breaks off would be kept as a damaged file.
    if unreadable && message.attachment_count() > 0 { Err(Refusal::BrokenMail) } else { Ok(()) }
}

/// The moment of a date header in Viet Nam's time.
fn local(date: &DateTime) -> Option<NaiveDateTime> {
    let zone = FixedOffset::east_opt(VIET_NAM)?;
    Some(zone.timestamp_opt(date.to_timestamp(), 0).single()?.naive_local())
}

/// The readable body: plain text where there is one, else HTML reduced to text.
fn body(message: &Message) -> (Document, usize) {
    let mut text = String::new();
    for part in message.text_bodies() {
        match &part.body {
            PartType::Text(words) => text.push_str(words),
            PartType::Html(words) => text.push_str(&html::text(words)),
            _ => {}
        }
        text.push('\n');
    }
    if text.trim().is_empty() {
        for part in message.html_bodies() {
            if let PartType::Html(words) = &part.body {
                text.push_str(&html::text(words));
                text.push('\n');
            }
        }
    }
    let cleaned = clean_text(&text);
    (plain::document_of(&cleaned.text), cleaned.removed)
}

/// Files that came with the mail; pictures that belong to its HTML are no attachments.
fn attachments(message: &Message) -> Vec<Source> {
    let mut sources = Vec::new();
    for part in message.attachments() {
        let inline = part.content_id().is_some() && part.attachment_name().is_none();
        if inline || matches!(part.body, PartType::InlineBinary(_)) && is_picture(part) {
            continue;
        }
        let name = part.attachment_name().map_or_else(|| unnamed(part, sources.len()), str::to_owned);
        let bytes = match &part.body {
            PartType::Message(inner) => inner.raw_message().to_vec(),
            _ => part.contents().to_vec(),
        };
        sources.push(Source::new(&name, bytes));
    }
    sources
}

fn is_picture(part: &MessagePart) -> bool {
    part.content_type().is_some_and(|kind| kind.ctype().eq_ignore_ascii_case("image"))
}

fn unnamed(part: &MessagePart, count: usize) -> String {
    let ending = match &part.body {
        PartType::Message(_) => "eml",
        PartType::Html(_) => "html",
        PartType::Text(_) => "txt",
        _ => "bin",
    };
    format!("dinh-kem-{}.{ending}", count + 1)
}
