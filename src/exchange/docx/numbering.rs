//! Numbers and bullets that Word puts in front of paragraphs itself (`numbering.xml`, and styles that refer to it).

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::xml::{attribute, damaged, flag};
use crate::exchange::Refusal;

/// Levels of a Word list.
const LEVELS: usize = 9;

#[derive(Clone, Debug, Default)]
struct Level {
    start: u32,
    format: String,
    text: String,
    style: String,
}

#[derive(Clone, Debug, Default)]
struct List {
    levels: Vec<Level>,
}

/// Lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub struct Numbering {
    lists: HashMap<String, List>,
    /// List of a number, and whether it counts for itself.
    numbers: HashMap<String, (String, bool)>,
    counters: HashMap<String, [u32; LEVELS]>,
}

impl Numbering {
    /// Reads `numbering.xml`.
    ///
    /// # Errors
    /// [`Refusal`] when it is no XML or declares entities.
    pub fn read(xml: &str) -> Result<Self, Refusal> {
        let mut reader = Reader::from_str(xml);
        let mut numbering = Self::default();
        let (mut list, mut number) = (String::new(), String::new());
        let mut level = 0;
        loop {
            match reader.read_event().map_err(|_| damaged("numbering.xml"))? {
                Event::Start(element) | Event::Empty(element) => {
                    numbering.element(&element, &mut list, &mut number, &mut level);
                }
                Event::DocType(_) => return Err(Refusal::Entities),
                Event::Eof => return Ok(numbering),
                _ => {}
            }
        }
    }

    fn element(&mut self, element: &BytesStart, list: &mut String, number: &mut String, level: &mut usize) {
        let value = || attribute(element, "val").unwrap_or_default();
        match element.local_name().as_ref() {
            "abstractNum" => {
                *list = attribute(element, "abstractNumId").unwrap_or_default();
                let levels = vec![Level::default(); LEVELS];
                self.lists.insert(list.clone(), List { levels });
            }
            "num" => {
                *number = attribute(element, "numId").unwrap_or_default();
                list.clear();
            }
            // Under a list this says nothing; under a number it names the list.
            "abstractNumId" => {
                self.numbers.insert(number.clone(), (value(), false));
            }
            "startOverride" => {
                if let Some((_, own)) = self.numbers.get_mut(number.as_str()) {
                    *own = true;
                }
            }
            "lvl" => {
                *level = attribute(element, "ilvl").and_then(|n| n.parse().ok()).unwrap_or(0);
            }
            name => {
                let Some(of) = self.lists.get_mut(list.as_str()).and_then(|list| list.levels.get_mut(*level))
                else {
                    return;
                };
                match name {
                    "start" => of.start = value().parse().unwrap_or(1),
                    "numFmt" => of.format = value(),
                    "lvlText" => of.text = value(),
                    "pStyle" => of.style = value(),
                    _ => {}
                }
            }
        }
    }

    /// The level of a list that a paragraph style stands for.
    pub fn level_of_style(&self, number: &str, style: &str) -> usize {
        let list = self.numbers.get(number).and_then(|(list, _)| self.lists.get(list));
        list.and_then(|list| list.levels.iter().position(|level| level.style == style)).unwrap_or(0)
    }

    /// The label of the next paragraph of this number and level, with a space after it; empty when there is none.
    pub fn label(&mut self, number: &str, level: usize) -> String {
        let Some((list_id, own)) = self.numbers.get(number) else {
            return String::new();
        };
        let Some(list) = self.lists.get(list_id) else {
            return String::new();
        };
        let level = level.min(LEVELS - 1);
        let counter = if *own { format!("n{number}") } else { list_id.clone() };
        let counts = self.counters.entry(counter).or_insert([0; LEVELS]);
        counts[level] = match counts[level] {
            0 => list.levels[level].start.max(1),
            count => count.saturating_add(1),
        };
        for below in &mut counts[level + 1..] {
            *below = 0;
        }
        let of = &list.levels[level];
        if of.format == "bullet" {
            return "- ".to_owned();
        }
        let mut label = of.text.clone();
        for (index, level) in list.levels.iter().enumerate() {
            let placeholder = format!("%{}", index + 1);
            if label.contains(&placeholder) {
                let count = if counts[index] == 0 { level.start.max(1) } else { counts[index] };
                label = label.replace(&placeholder, &format_count(count, &level.format));
            }
        }
        let label = label.trim();
        if label.is_empty() { String::new() } else { format!("{label} ") }
    }
}

fn format_count(count: u32, format: &str) -> String {
    match format {
        "upperRoman" => roman(count),
        "lowerRoman" => roman(count).to_lowercase(),
        "upperLetter" => letters(count),
        "lowerLetter" => letters(count).to_lowercase(),
        "decimalZero" => format!("{count:02}"),
        "none" => String::new(),
        _ => count.to_string(),
    }
}

fn roman(mut count: u32) -> String {
    const DIGITS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if count > 3999 {
        return count.to_string();
    }
    let mut text = String::new();
    for (value, digit) in DIGITS {
        while count >= value {
            text.push_str(digit);
            count -= value;
        }
    }
    text
}

fn letters(count: u32) -> String {
    let index = count.saturating_sub(1);
    let letter = char::from(b'A' + (index % 26) as u8);
    std::iter::repeat_n(letter, (index / 26).min(8) as usize + 1).collect()
}

/// What paragraph styles say that carries meaning.
#[derive(Debug, Default)]
pub struct Styles {
    styles: HashMap<String, Style>,
}

#[derive(Clone, Debug, Default)]
struct Style {
    based_on: String,
    number: Option<String>,
    level: Option<usize>,
    bold: Option<bool>,
    centred: Option<bool>,
}

/// A style with what it inherits.
#[derive(Clone, Debug, Default)]
pub struct StyleSays {
    /// Its list number.
    pub number: Option<String>,
    /// Level in that list, when the style says.
    pub level: Option<usize>,
    /// Bold.
    pub bold: bool,
    /// Centred.
    pub centred: bool,
}

impl Styles {
    /// Reads `styles.xml`.
    ///
    /// # Errors
    /// [`Refusal`] when it is no XML or declares entities.
    pub fn read(xml: &str) -> Result<Self, Refusal> {
        let mut reader = Reader::from_str(xml);
        let mut styles = HashMap::new();
        let mut id = String::new();
        let mut style = Style::default();
        loop {
            match reader.read_event().map_err(|_| damaged("styles.xml"))? {
                Event::Start(element) | Event::Empty(element) => match element.local_name().as_ref() {
                    "style" => {
                        id = attribute(&element, "styleId").unwrap_or_default();
                        style = Style::default();
                    }
                    "basedOn" => style.based_on = attribute(&element, "val").unwrap_or_default(),
                    "numId" => style.number = attribute(&element, "val"),
                    "ilvl" => style.level = attribute(&element, "val").and_then(|n| n.parse().ok()),
                    "b" => style.bold = Some(flag(&element)),
                    "jc" => style.centred = attribute(&element, "val").map(|value| value == "center"),
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "style" => {
                    styles.insert(std::mem::take(&mut id), std::mem::take(&mut style));
                }
                Event::DocType(_) => return Err(Refusal::Entities),
                Event::Eof => return Ok(Self { styles }),
                _ => {}
            }
        }
    }

    /// What a style says, with what it inherits.
    pub fn says(&self, id: &str) -> StyleSays {
        let mut says = StyleSays::default();
        let (mut bold, mut centred) = (None, None);
        let mut next = id;
        // A chain of styles that refers back to itself must end all the same.
        for _ in 0..16 {
            let Some(style) = self.styles.get(next) else {
                break;
            };
            says.number = says.number.or_else(|| style.number.clone());
            says.level = says.level.or(style.level);
            bold = bold.or(style.bold);
            centred = centred.or(style.centred);
            next = &style.based_on;
        }
        says.bold = bold.unwrap_or(false);
        says.centred = centred.unwrap_or(false);
        says
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_count_as_word_does() {
        let xml = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="3">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1-"/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
            <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2.%3."/></w:lvl>
            <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl>
            </w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>"#;
        let mut numbering = Numbering::read(xml).unwrap();
        let labels: Vec<String> =
            [0, 1, 2, 2, 1, 0, 1, 3].into_iter().map(|level| numbering.label("7", level)).collect();
        assert_eq!(labels, ["I- ", "1. ", "1.1. ", "1.2. ", "2. ", "II- ", "1. ", "- "]);
        assert_eq!(numbering.label("99", 0), "");
        assert_eq!((roman(1994), letters(28)), ("MCMXCIV".into(), "BB".into()));
    }
}
