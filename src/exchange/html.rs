//! The words of an HTML mail as a person would see them: nothing hidden, no pictures, nothing fetched.

use mail_parser::decoders::html::html_to_text;

/// Elements whose inside is never shown.
const UNSEEN: &[&str] =
    &["script", "style", "head", "title", "template", "noscript", "object", "iframe", "svg", "select"];
/// Elements that begin and end lines.
const LINES: &[&str] = &[
    "p",
    "div",
    "br",
    "tr",
    "li",
    "ul",
    "ol",
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "hr",
    "section",
    "article",
    "pre",
];
/// Elements without an end.
const VOID: &[&str] =
    &["br", "hr", "img", "input", "meta", "link", "col", "area", "base", "wbr", "source", "embed"];
/// Styles that hide.
const HIDING: &[&str] = &[
    "display:none",
    "visibility:hidden",
    "font-size:0",
    "mso-hide:all",
    "opacity:0;",
    "max-height:0",
    "color:transparent",
];

/// The visible text, one line a paragraph.
pub fn text(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 2);
    // Names of the elements open inside a hidden one; empty = visible.
    let mut hidden: Vec<String> = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (words, markup) = rest.split_at(start);
        if hidden.is_empty() {
            push_words(&mut out, words);
        }
        rest = if let Some(after) = comment(markup) {
            after
        } else if let Some(end) = tag_end(markup) {
            tag(&markup[1..end], &mut hidden, &mut out);
            skip_raw(&markup[1..end], &markup[end + 1..])
        } else {
            // A lone `<` is a character.
            if hidden.is_empty() {
                out.push('<');
            }
            &markup[1..]
        };
    }
    if hidden.is_empty() {
        push_words(&mut out, rest);
    }
    tidy(&out)
}

/// What follows a comment or declaration, when the markup begins with one.
fn comment(markup: &str) -> Option<&str> {
    if let Some(inside) = markup.strip_prefix("<!--") {
        return Some(inside.split_once("-->").map_or("", |(_, after)| after));
    }
    let inside = markup.strip_prefix("<!").or_else(|| markup.strip_prefix("<?"))?;
    Some(inside.split_once('>').map_or("", |(_, after)| after))
}

/// Where a tag ends, minding quoted attributes. A tag begins with a letter or a slash.
fn tag_end(markup: &str) -> Option<usize> {
    let bytes = markup.as_bytes();
    if !bytes.get(1).is_some_and(|&byte| byte.is_ascii_alphabetic() || byte == b'/') {
        return None;
    }
    let mut quote = None;
    for (index, &byte) in bytes.iter().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(index),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    // A quote that never closes: the tag ends at its first bracket all the same.
    markup.find('>')
}

/// Name of a tag, lower case, and whether it closes.
fn name(tag: &str) -> (String, bool) {
    let closes = tag.starts_with('/');
    let name: String = tag
        .trim_start_matches('/')
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, ':' | '-'))
        .collect();
    (name.to_ascii_lowercase(), closes)
}

fn tag(tag: &str, hidden: &mut Vec<String>, out: &mut String) {
    let (name, closes) = name(tag);
    let is_void = VOID.contains(&name.as_str()) || tag.ends_with('/');
    if hidden.is_empty() {
        if LINES.contains(&name.as_str()) {
            out.push('\n');
        } else if matches!(name.as_str(), "td" | "th") && closes {
            out.push('\t');
        }
        if !closes && !is_void && (UNSEEN.contains(&name.as_str()) || hides(tag)) {
            hidden.push(name);
        }
    } else if closes {
        if let Some(at) = hidden.iter().rposition(|open| *open == name) {
            hidden.truncate(at);
        }
    } else if !is_void && hidden.len() < 1000 {
        hidden.push(name);
    }
}

fn hides(tag: &str) -> bool {
    let flat: String = tag.to_ascii_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let zero_size = HIDING.iter().any(|style| match flat.find(style) {
        // `font-size:0` hides, `font-size:0.9em` does not.
        Some(at) => !flat[at + style.len()..].starts_with(['.', '1', '2', '3', '4', '5', '6', '7', '8', '9']),
        None => false,
    });
    zero_size
        || tag
            .split_ascii_whitespace()
            .any(|word| word.eq_ignore_ascii_case("hidden") || word == "hidden=\"\"")
}

/// The inside of a script or style is no markup: go to its end.
fn skip_raw<'a>(tag: &str, after: &'a str) -> &'a str {
    let (name, closes) = name(tag);
    if closes || !matches!(name.as_str(), "script" | "style") {
        return after;
    }
    let end = format!("</{name}");
    let found =
        after.as_bytes().windows(end.len()).position(|window| window.eq_ignore_ascii_case(end.as_bytes()));
    found.map_or("", |at| &after[at..])
}

/// Words between tags: white space of the source is one space, entities are decoded by the mail library.
fn push_words(out: &mut String, words: &str) {
    if words.is_empty() {
        return;
    }
    let leads = words.starts_with(char::is_whitespace);
    let trails = words.ends_with(char::is_whitespace);
    let flat = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if leads {
        out.push(' ');
    }
    if flat.contains('&') {
        out.push_str(&html_to_text(&flat).replace('\u{a0}', " "));
    } else {
        out.push_str(&flat);
    }
    if trails && !flat.is_empty() {
        out.push(' ');
    }
}

fn tidy(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let line = line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        let line = line.trim().to_owned();
        if !line.is_empty() || lines.last().is_some_and(|last| !last.is_empty()) {
            lines.push(line);
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_seen_is_read() {
        let html = "<html><head><title>không</title><style>p{}</style><script>var x='<p>không</p>';</script></head>
            <body><p>Kính gửi <b>anh</b>&nbsp;chị &amp; bạn,</p><div style=\"display: none\">không<div>không</div></div>
            <p>Dòng một<br>Dòng hai</p><img src=\"http://x.example/p.gif\" alt=\"không\"><!-- không -->
            <span style='font-size:0px'>không</span><span style=\"font-size:0.9em\">nhỏ</span> 3 < 5</body></html>";
        let text = text(html);
        assert!(!text.contains("không") && !text.contains("x.example"), "{text}");
        assert_eq!(
            text.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>(),
            ["Kính gửi anh chị & bạn,", "Dòng một", "Dòng hai", "nhỏ 3 < 5"]
        );
    }
}
