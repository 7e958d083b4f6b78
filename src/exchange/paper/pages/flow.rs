//! Units that follow each other on pages.

use super::{PageLine, Printed};

/// Something that is printed as a whole, or line by line.
#[derive(Clone, Debug, Default)]
pub struct Unit {
    /// Points above it; none at the head of a page.
    pub before: f32,
    /// Its lines with their heights in points.
    pub lines: Vec<(PageLine, f32)>,
    /// It stands on the page of what follows.
    pub keep: bool,
    /// It is not torn.
    pub whole: bool,
    /// It begins a page.
    pub breaks: bool,
    /// What comes back above it when it begins a page: the heading of its table.
    pub heading: Option<(PageLine, f32)>,
}

impl Unit {
    /// One line of text.
    pub fn text(text: Printed, height: f32) -> Self {
        Self { lines: vec![(PageLine::Text(text), height)], whole: true, ..Self::default() }
    }

    /// Empty paper.
    pub fn space(points: f32) -> Self {
        Self { lines: vec![(PageLine::Space(points), points)], whole: true, ..Self::default() }
    }

    /// The end of a page.
    pub fn page_break() -> Self {
        Self { breaks: true, ..Self::default() }
    }

    /// The same, kept with what follows.
    #[must_use]
    pub fn keeping(self) -> Self {
        Self { keep: true, ..self }
    }

    fn height(&self) -> f32 {
        self.before + self.lines.iter().map(|(_, height)| height).sum::<f32>()
    }

    /// Height of as much as must stand on one page.
    fn least(&self) -> f32 {
        let lines = if self.whole || self.lines.len() < 4 { self.lines.len() } else { 2 };
        self.before + self.lines[..lines].iter().map(|(_, height)| height).sum::<f32>()
    }
}

/// Pages being filled.
pub struct Flow {
    height: f32,
    used: f32,
    pages: Vec<Vec<PageLine>>,
}

/// What rounding may add up to on a page, in points.
const SLACK: f32 = 0.5;

impl Flow {
    /// The lines of each page of so many points.
    pub fn pages(units: Vec<Unit>, height: f32) -> Vec<Vec<PageLine>> {
        let mut flow = Self { height, used: 0.0, pages: vec![Vec::new()] };
        let followers = followers(&units);
        for (unit, follower) in units.into_iter().zip(followers) {
            flow.put(unit, follower);
        }
        flow.pages
    }

    fn next_page(&mut self) {
        self.pages.push(Vec::new());
        self.used = 0.0;
    }

    fn is_empty(&self) -> bool {
        self.pages.last().is_none_or(Vec::is_empty)
    }

    fn fits(&self, height: f32) -> bool {
        self.used + height <= self.height + SLACK
    }

    fn push(&mut self, (line, height): (PageLine, f32)) {
        self.used += height;
        if let Some(page) = self.pages.last_mut() {
            page.push(line);
        }
    }

    /// Puts a unit down; `follower` is the height of what it must stand with.
    fn put(&mut self, unit: Unit, follower: f32) {
        if unit.breaks {
            self.next_page();
            return;
        }
        let whole = unit.height();
        if self.fits(whole + follower) || self.is_empty() && unit.whole {
            self.place(unit);
            return;
        }
        let count = unit.lines.len();
        let pitch = unit.lines.first().map_or(0.0, |(_, height)| *height);
        let room = ((self.height + SLACK - self.used - unit.before) / pitch.max(1.0)) as usize;
        // At least two lines on either side; with what follows, the last two go over.
        let here = room.min(count.saturating_sub(2));
        if unit.whole || here < 2 {
            self.next_page();
            if !unit.whole && !self.fits(unit.height() + follower) && count > 3 {
                self.put(unit, follower);
            } else {
                self.begin(unit);
            }
            return;
        }
        let mut lines = unit.lines.into_iter();
        if !self.is_empty() && unit.before > 0.0 {
            self.push((PageLine::Space(unit.before), unit.before));
        }
        for line in lines.by_ref().take(here) {
            self.push(line);
        }
        self.next_page();
        let rest = Unit { before: 0.0, lines: lines.collect(), keep: unit.keep, ..Unit::default() };
        self.put(rest, follower);
    }

    /// Puts a unit down at the head of a page, below the heading of its table.
    fn begin(&mut self, unit: Unit) {
        if let Some(heading) = unit.heading.clone() {
            self.push(heading);
        }
        self.place(unit);
    }

    fn place(&mut self, unit: Unit) {
        if !self.is_empty() && unit.before > 0.0 {
            self.push((PageLine::Space(unit.before), unit.before));
        }
        for line in unit.lines {
            self.push(line);
        }
    }
}

/// For each unit the height of what must stand on its page after it: all that is kept together, and the least of what ends it.
fn followers(units: &[Unit]) -> Vec<f32> {
    let mut heights = vec![0.0; units.len()];
    for at in (0..units.len().saturating_sub(1)).rev() {
        if units[at].keep {
            let next = &units[at + 1];
            heights[at] = if next.keep { next.height() + heights[at + 1] } else { next.least() };
        }
    }
    heights
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(name: &str, lines: usize) -> Unit {
        let line = |at| {
            let text = Printed { text: format!("{name}{at}"), ..Printed::default() };
            (PageLine::Text(text), 10.0)
        };
        Unit { lines: (1..=lines).map(line).collect(), ..Unit::default() }
    }

    fn told(units: Vec<Unit>) -> Vec<String> {
        let text = |line: &PageLine| match line {
            PageLine::Text(text) => text.text.clone(),
            _ => "-".to_owned(),
        };
        let pages = Flow::pages(units, 50.0);
        pages.iter().map(|page| page.iter().map(text).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn two_lines_of_a_paragraph_stay_together() {
        assert_eq!(told(vec![paragraph("a", 4), paragraph("b", 4)]), ["a1 a2 a3 a4", "b1 b2 b3 b4"]);
        assert_eq!(told(vec![paragraph("a", 2), paragraph("b", 4)]), ["a1 a2 b1 b2", "b3 b4"]);
        assert_eq!(told(vec![paragraph("a", 12)]), ["a1 a2 a3 a4 a5", "a6 a7 a8 a9 a10", "a11 a12"]);
    }

    #[test]
    fn a_heading_goes_with_its_text_and_a_signature_is_never_alone() {
        let heading = Unit { keep: true, whole: true, ..paragraph("h", 1) };
        assert_eq!(told(vec![paragraph("a", 4), heading, paragraph("b", 3)]), ["a1 a2 a3 a4", "h1 b1 b2 b3"]);
        let last = Unit { keep: true, ..paragraph("a", 4) };
        let signature = Unit { whole: true, ..paragraph("s", 3) };
        assert_eq!(told(vec![last, signature]), ["a1 a2", "a3 a4 s1 s2 s3"]);
    }

    #[test]
    fn the_heading_of_a_table_comes_back() {
        let heading = (PageLine::Text(Printed { text: "H".into(), ..Printed::default() }), 10.0);
        let row = |name: &str| Unit { whole: true, heading: Some(heading.clone()), ..paragraph(name, 1) };
        let rows: Vec<Unit> = ["a", "b", "c", "d", "e", "f"].map(row).into_iter().collect();
        assert_eq!(told(rows), ["a1 b1 c1 d1 e1", "H f1"]);
    }

    #[test]
    fn what_is_higher_than_a_page_does_not_hang() {
        assert_eq!(told(vec![Unit { whole: true, ..paragraph("a", 7) }]).len(), 1);
        let kept: Vec<Unit> = (0..9).map(|_| Unit { keep: true, ..paragraph("k", 1) }).collect();
        assert_eq!(told(kept).concat().matches('k').count(), 9);
    }
}
