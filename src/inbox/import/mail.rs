//! A mail made a report: of the paper it brings, else of its own words.

use super::document::{self, fill};
use super::lines::{Line, flat, lines, number, unwrapped};
use super::outline::outline;
use super::phrases::headline;
use super::{NotAReport, Taken, Warning, marks, names};
use crate::exchange::{Content, Mail, Notice, Source, read};
use crate::inbox::model::{Channel, NewAttachment, NewReport, ReportKind};
use crate::inbox::topics::TopicRecogniser;
use crate::text::fold;

/// Makes reports of a mail: one of each attached paper that is a report, with the mail's day and sender and all other
/// attachments; of the mail's own words when no attachment is one.
///
/// # Errors
/// [`NotAReport`]: one attachment with a mark of secrecy refuses the whole mail; an invitation or an automatic answer is no
/// report.
pub fn reports(source: &Source, mail: &Mail, topics: &TopicRecogniser) -> Result<Taken, NotAReport> {
    if let Some(mark) = marks::secrecy_of_subject(&mail.subject) {
        return Err(NotAReport::Secret(mark));
    }
    let mut taken = Taken::default();
    let mut papers: Vec<(usize, NewReport)> = Vec::new();
    for (at, attachment) in mail.attachments.iter().enumerate() {
        match paper(attachment, topics, &mut taken.warnings) {
            Ok(Some(report)) => papers.push((at, report)),
            Ok(None) => {}
            Err(NotAReport::Secret(mark)) => return Err(NotAReport::Secret(mark)),
            Err(_) => taken.warnings.push(Warning::AttachmentKeptOnly(attachment.name.clone())),
        }
    }
    let body = own_words(mail)?;
    let key = key(source, mail);
    if papers.is_empty() {
        if automatic(mail) {
            return Err(NotAReport::AutomaticMail);
        }
        let mut report = of_words(mail, &body, topics)?;
        report.source_key = key;
        report.submitter_address.clone_from(&mail.from_address);
        report.attachments = attachments(mail, None);
        report.attachments.push(original(source, "message/rfc822"));
        taken.reports.push(report);
        return Ok(taken);
    }
    for (place, (at, mut report)) in papers.into_iter().enumerate() {
        with_mail(&mut report, mail, &body);
        report.submitter_address.clone_from(&mail.from_address);
        report.source_key = if place == 0 { key.clone() } else { format!("{key}#{}", place + 1) };
        report.attachments = attachments(mail, Some(at));
        let note = body.lines.join("\n");
        if !note.trim().is_empty() {
            report.attachments.push(NewAttachment {
                name: "thu.txt".to_owned(),
                media_type: "text/plain".to_owned(),
                bytes: note.into_bytes(),
                original: false,
            });
        }
        taken.reports.push(report);
    }
    Ok(taken)
}

/// Makes reports of the mails of a mailbox. A mail that is none is left out and named; it never stops the others.
///
/// # Errors
/// [`NotAReport`] when no mail is a report: the reason of the first.
pub fn mailbox(mails: &[Source], topics: &TopicRecogniser) -> Result<Taken, NotAReport> {
    let mut all = Taken::default();
    for (number, source) in (1..).zip(mails) {
        let Ok(Content::Mail(mail)) = read(source, None).map(|reading| reading.content) else {
            all.warnings.push(Warning::MailUnreadable(number));
            continue;
        };
        let taken = reports(source, &mail, topics);
        match taken {
            Ok(taken) => {
                all.reports.extend(taken.reports);
                all.warnings.extend(taken.warnings);
            }
            Err(reason) => all.warnings.push(Warning::MailLeftOut(number, reason)),
        }
    }
    if all.reports.is_empty() {
        let reason = all.warnings.iter().find_map(|warning| match warning {
            Warning::MailLeftOut(_, reason) => Some(*reason),
            _ => None,
        });
        return Err(reason.unwrap_or(NotAReport::NothingSaid));
    }
    Ok(all)
}

/// A mail of a mailbox that was left out for a mark of secrecy.
fn secret(warning: &Warning) -> Option<NotAReport> {
    match warning {
        Warning::MailLeftOut(_, reason @ NotAReport::Secret(_)) => Some(*reason),
        _ => None,
    }
}

/// A mail is known by its Message-ID, and where it has none by its bytes.
fn key(source: &Source, mail: &Mail) -> String {
    if mail.message_id.is_empty() {
        format!("sha256:{}", source.sha256())
    } else {
        format!("mail:{}", mail.message_id)
    }
}

/// The report an attached document is. `None` for other kinds of files.
fn paper(
    attachment: &Source,
    topics: &TopicRecogniser,
    warnings: &mut Vec<Warning>,
) -> Result<Option<NewReport>, NotAReport> {
    let reading = match read(attachment, None) {
        Ok(reading) => reading,
        Err(_) if matches!(attachment.extension().as_str(), "docx" | "doc" | "rtf" | "txt") => {
            return Err(NotAReport::NothingSaid);
        }
        Err(_) => return Ok(None),
    };
    match reading.content {
        Content::Document(document) => {
            let report = document::report(&document, topics)?;
            let told = reading.notices.into_iter().filter(|notice| matches!(notice, Notice::ReadAs(_)));
            warnings.extend(told.map(Warning::from));
            Ok(Some(report))
        }
        Content::Workbook(workbook) => {
            let marked = workbook
                .sheets
                .iter()
                .flat_map(|sheet| sheet.rows.iter().take(12))
                .flat_map(|row| &row.cells);
            for cell in marked {
                if let crate::exchange::Cell::Text(text) = cell
                    && let Some(mark) = marks::secrecy(text)
                {
                    return Err(NotAReport::Secret(mark));
                }
            }
            Ok(None)
        }
        Content::Mailbox(inner) => match mailbox(&inner, topics) {
            Ok(taken) => taken.warnings.iter().find_map(secret).map_or(Ok(None), Err),
            Err(NotAReport::Secret(mark)) => Err(NotAReport::Secret(mark)),
            Err(_) => Ok(None),
        },
        // A forwarded mail: what it brings is looked at for marks only.
        Content::Mail(inner) => match reports(attachment, &inner, topics) {
            Err(NotAReport::Secret(mark)) => Err(NotAReport::Secret(mark)),
            _ => Ok(None),
        },
    }
}

fn with_mail(report: &mut NewReport, mail: &Mail, body: &Words) {
    report.received_at = mail.date.or(report.received_at);
    if mail.date.is_some() {
        report.received_rule = "mail";
    }
    let sender = sender(mail, body);
    if !sender.is_empty() {
        report.submitter_name = sender;
    }
    if report.unit_name.is_empty() {
        report.unit_name = body.unit.clone().unwrap_or_default();
    }
    report.channel = Channel::Mail;
    report.urgency = report.urgency.max(marks::urgency_of_subject(&mail.subject).unwrap_or_default());
    if report.title.is_empty() {
        report.title.clone_from(&mail.subject);
    }
}

/// The sender's name: the header's, else the one under the mail, else the address.
fn sender(mail: &Mail, body: &Words) -> String {
    names::person(&mail.from_name)
        .or_else(|| body.signer.clone())
        .or_else(|| Some(mail.from_name.clone()).filter(|name| !name.is_empty()))
        .unwrap_or_else(|| mail.from_address.clone())
}

fn of_words(mail: &Mail, body: &Words, topics: &TopicRecogniser) -> Result<NewReport, NotAReport> {
    if body.lines.is_empty() {
        return Err(NotAReport::NothingSaid);
    }
    let unit = body.unit.clone().or_else(|| names::unit_in(&mail.subject)).unwrap_or_default();
    let mut report = NewReport {
        received_at: mail.date,
        received_rule: if mail.date.is_some() { "mail" } else { "import" },
        title: if mail.subject.is_empty() {
            headline(&body.lines.join("\n"), document::HEADLINE)
        } else {
            mail.subject.clone()
        },
        submitter_name: sender(mail, body),
        unit_name: unit,
        kind: ReportKind::Mail,
        channel: Channel::Mail,
        urgency: marks::urgency_of_subject(&mail.subject).unwrap_or_default(),
        ..NewReport::default()
    };
    let lines: Vec<Line> =
        body.lines.iter().map(|text| Line { text: text.clone(), ..Line::default() }).collect();
    fill(&mut report, outline(&lines), topics);
    // One matter without a heading is what the subject says.
    if let [item] = report.items.as_mut_slice()
        && !mail.subject.is_empty()
        && !lines
            .iter()
            .any(|line| number(&line.text).is_some_and(|(kind, _)| kind != super::lines::Number::Bullet))
    {
        item.title = subject(&mail.subject);
        let found = topics.recognise(&item.title, &item.body);
        if !found.is_empty() {
            item.streams.iter_mut().for_each(|stream| stream.topic = found.first().copied());
            item.topics = found;
        }
    }
    if report.items.is_empty() && report.summary.is_empty() {
        return Err(NotAReport::NothingSaid);
    }
    Ok(report)
}

/// A subject without `Re:`, `Fwd:` and `Phản ánh:` in front.
fn subject(subject: &str) -> String {
    let mut rest = subject.trim();
    while let Some((lead, after)) = rest.split_once(':') {
        let lead = flat(lead);
        let drops = matches!(lead.as_str(), "re" | "fw" | "fwd" | "tr" | "phan anh" | "bao cao" | "kinh gui")
            || marks::urgency_of_subject(rest).is_some();
        if !drops || after.trim().is_empty() {
            break;
        }
        rest = after.trim();
    }
    super::headings::clean_title(rest)
}

/// The words of a mail without greeting, thanks, signature and what it quotes.
#[derive(Clone, Debug, Default)]
struct Words {
    lines: Vec<String>,
    signer: Option<String>,
    unit: Option<String>,
}

/// Beginnings of lines that greet, folded.
const GREETINGS: &[&str] = &[
    "kinh gui",
    "kinh chao",
    "em chao",
    "chao ",
    "toi xin phan anh",
    "xin phan anh",
    "kinh thua",
    "than gui",
    "dear ",
    "gui bo phan",
    "gui van phong",
    "gui ban tuyen giao",
    "gui cac",
];
/// Beginnings of lines that close a mail, folded.
const CLOSINGS: &[&str] = &[
    "kinh de nghi",
    "xin cam on",
    "tran trong",
    "neu can them",
    "em se theo doi",
    "toi se theo doi",
    "kinh mong",
    "chan thanh cam on",
    "cam on ",
    "kinh trinh",
    "kinh chuc",
    "xin gui bao cao",
    "em gui bao cao",
    "kinh gui kem",
    "than ai",
    "nguoi gui",
    "gui tu ",
    "sent from",
];
/// Lines after which a mail quotes another, folded.
const QUOTES: &[&str] =
    &["original message", "thu goc", "begin forwarded", "forwarded message", "chuyen tiep"];

fn own_words(mail: &Mail) -> Result<Words, NotAReport> {
    let mut words = Words::default();
    let all = unwrapped(lines(&mail.body));
    if let Some(mark) = all.iter().take(3).find_map(|line| marks::secrecy(&line.text)) {
        return Err(NotAReport::Secret(mark));
    }
    let all: Vec<Line> = all.into_iter().filter(|line| !line.is_blank()).collect();
    let mut closed = false;
    for line in &all {
        let text = line.text.trim();
        let start = flat(text);
        if text.starts_with('>') {
            continue;
        }
        if QUOTES.iter().any(|quote| start.contains(quote)) && start.split(' ').count() < 6
            || text == "--"
            || start.ends_with("da viet")
        {
            break;
        }
        let greets = words.lines.is_empty() && GREETINGS.iter().any(|lead| start.starts_with(lead));
        let leads_in = words.lines.is_empty() && text.ends_with(':') && text.chars().count() < 160;
        if greets || leads_in {
            words.unit = words.unit.take().or_else(|| names::unit_in(text));
            continue;
        }
        if CLOSINGS.iter().any(|lead| start.starts_with(lead)) {
            closed = true;
            continue;
        }
        let post =
            ["ctv", "cong tac vien", "can bo", "bi thu", "chu tich", "to truong", "so dien thoai", "dt "]
                .iter()
                .any(|lead| start.starts_with(lead));
        if post && text.chars().count() < 120 {
            words.unit = names::unit_in(text).or(words.unit.take());
            closed = true;
        } else if let Some(name) = names::person(text).filter(|_| !words.lines.is_empty() || closed) {
            words.signer = Some(name);
        } else {
            words.lines.push(text.to_owned());
        }
    }
    Ok(words)
}

/// Invitations, automatic answers and bounces.
fn automatic(mail: &Mail) -> bool {
    let words = fold(&mail.subject);
    [
        "tu dong tra loi",
        "automatic reply",
        "out of office",
        "undelivered",
        "undeliverable",
        "delivery status",
        "mail delivery",
        "giay moi",
        "thu moi",
        "returned mail",
        "vang mat",
    ]
    .iter()
    .any(|lead| words.trim().starts_with(lead))
        || fold(&mail.from_name).starts_with("mail delivery")
}

fn attachments(mail: &Mail, original: Option<usize>) -> Vec<NewAttachment> {
    mail.attachments
        .iter()
        .enumerate()
        .map(|(at, attachment)| NewAttachment {
            name: attachment.name.clone(),
            media_type: super::media_type(&attachment.name).to_owned(),
            bytes: attachment.bytes.clone(),
            original: original == Some(at),
        })
        .collect()
}

/// The source itself as the original of its report.
pub fn original(source: &Source, media_type: &str) -> NewAttachment {
    NewAttachment {
        name: source.name.clone(),
        media_type: media_type.to_owned(),
        bytes: source.bytes.clone(),
        original: true,
    }
}
