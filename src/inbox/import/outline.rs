//! The outline of a report: general situation, matters, forecast, recommendation. Headings are known by their words and
//! their numbering, not by their place, because every office has its own template.

use super::headings::{
    HEADING, Section, bare, bare_ref, clean_title, dashed, heading, is_part_name, recommends, section,
};
use super::lines::{Line, Number, number};
use super::phrases::capitalised;
use super::streams::begins_with_band;

/// One matter as its paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matter {
    /// Its heading; empty when it has none.
    pub title: String,
    /// Headings above it that named an area (`Trong nước`, `Lĩnh vực đất đai`).
    pub context: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// Forecast said within it.
    pub forecast: Vec<String>,
    /// Recommendation said within it.
    pub recommendation: Vec<String>,
    /// It stands under a heading of rumours.
    pub rumours: bool,
    /// Level of its heading; 0 when it has none.
    pub level: usize,
}

/// A report in its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The general situation and everything that belongs to no matter.
    pub general: Vec<String>,
    /// The matters.
    pub matters: Vec<Matter>,
    /// Forecast of the whole.
    pub forecast: Vec<String>,
    /// Recommendation of the whole.
    pub recommendation: Vec<String>,
    /// Forecast or recommendation have a section of their own.
    pub has_outlook: bool,
}

/// How the sections of a document are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Top {
    Roman,
    Arabic,
    Plain,
}

/// Cuts the body of a report into its parts.
pub fn outline(lines: &[Line]) -> Outline {
    let mut builder = Builder::new(top_of(lines));
    for line in lines.iter().filter(|line| !line.is_blank()) {
        builder.line(line);
    }
    builder.finish()
}

fn top_of(lines: &[Line]) -> Top {
    let numbered = |wanted: Number| {
        lines.iter().any(|line| {
            number(&line.text).is_some_and(|(found, rest)| {
                found == wanted
                    && rest.chars().count() <= HEADING
                    && (wanted == Number::Roman || section(rest).is_some())
            })
        })
    };
    if numbered(Number::Roman) {
        Top::Roman
    } else if numbered(Number::Arabic(1)) {
        Top::Arabic
    } else {
        Top::Plain
    }
}

struct Builder {
    top: Top,
    section: Section,
    outline: Outline,
    /// Headings above the current matter, with their levels.
    above: Vec<(usize, String)>,
    /// Where the paragraphs of the current matter go.
    part: Section,
}

impl Builder {
    fn new(top: Top) -> Self {
        Self {
            top,
            section: Section::Start,
            outline: Outline::default(),
            above: Vec::new(),
            part: Section::Content,
        }
    }

    fn line(&mut self, line: &Line) {
        if let Some((section, rest)) = self.section_heading(line) {
            self.enter(section, &line.text);
            if let Some(rest) = rest {
                self.text(rest);
            }
            return;
        }
        match self.section {
            Section::Content | Section::Rumours => self.content(line),
            Section::Start if heading(line).is_some_and(|found| found.0 > 1) && self.top != Top::Roman => {
                self.enter(Section::Content, "");
                self.content(line);
            }
            _ => self.text(&line.text),
        }
    }

    /// The section a line opens, and text that follows its name on the same line.
    fn section_heading<'a>(&self, line: &'a Line) -> Option<(Section, Option<&'a str>)> {
        let numbered = number(&line.text);
        let bare = numbered.map_or(line.text.as_str(), |(_, rest)| rest);
        let at_top = matches!(
            (numbered, self.top),
            (Some((Number::Roman, _)), Top::Roman) | (Some((Number::Arabic(1), _)), Top::Arabic)
        );
        if at_top && bare.chars().count() <= HEADING {
            // An unknown heading at the top still ends the section before it.
            let named = section(bare);
            return match (named, self.top) {
                (Some(section), _) => Some((section, None)),
                (None, Top::Roman) => Some((Section::Content, None)),
                (None, _) => None,
            };
        }
        let plain = numbered.is_none()
            && (line.is_upper() || line.bold && self.top == Top::Plain)
            && bare.chars().count() <= HEADING;
        if plain && let Some(section) = section(bare) {
            return Some((section, None));
        }
        // `Kiến nghị: …` as a paragraph opens its section where no numbered one does.
        if self.top == Top::Plain && !matches!(numbered, Some((Number::Bullet, _))) {
            let (lead, rest) = bare.split_once(':')?;
            let short = lead.chars().count() <= 60;
            let section =
                section(lead).filter(|_| short && lead.chars().next().is_some_and(char::is_uppercase))?;
            let fits = matches!(
                section,
                Section::Forecast | Section::Recommendation | Section::Outlook | Section::General
            ) || rest.trim().is_empty();
            return fits.then_some((section, Some(rest.trim()).filter(|rest| !rest.is_empty())));
        }
        None
    }

    fn enter(&mut self, section: Section, heading: &str) {
        self.section = section;
        self.part = Section::Content;
        self.above.clear();
        match section {
            Section::Forecast | Section::Recommendation | Section::Outlook => self.outline.has_outlook = true,
            Section::Other => self.outline.general.push(bare(heading)),
            // A heading at the top that names no section names an area or a matter.
            Section::Content if !heading.is_empty() && super::headings::section(heading).is_none() => {
                self.open(1, &bare(heading));
            }
            Section::Content | Section::Rumours => self.above.push((1, String::new())),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        match self.section {
            Section::Outlook if recommends(text) => self.outline.recommendation.push(bare(text)),
            Section::Forecast | Section::Outlook => self.outline.forecast.push(bare(text)),
            Section::Recommendation => self.outline.recommendation.push(bare(text)),
            Section::Content | Section::Rumours => self.paragraph(text),
            _ => self.outline.general.push(dashed(text)),
        }
    }

    fn content(&mut self, line: &Line) {
        if let Some((level, title, rest)) = heading(line) {
            if self.part_heading(title, rest) {
                return;
            }
            if self.begins_matter(level) {
                self.open(level, title);
                if let Some(rest) = rest {
                    self.paragraph(rest);
                }
                return;
            }
        }
        self.paragraph(&line.text);
    }

    /// `b) Dự báo`, `Kiến nghị: …` within a matter.
    fn part_heading(&mut self, title: &str, rest: Option<&str>) -> bool {
        let titled = self.outline.matters.last().is_some_and(|matter| matter.level > 0);
        let outlook = section(title).filter(|_| title.chars().count() <= 60).filter(|section| {
            matches!(section, Section::Forecast | Section::Recommendation | Section::Outlook)
        });
        match outlook {
            Some(part) => self.part = part,
            None if titled && is_part_name(title) => self.part = Section::Content,
            None => return false,
        }
        if let Some(rest) = rest {
            self.paragraph(rest);
        }
        true
    }

    fn begins_matter(&self, level: usize) -> bool {
        match self.outline.matters.last() {
            None => true,
            // What was opened above the section's first heading is no matter of this section.
            Some(_) if self.above.last().is_some_and(|(_, title)| title.is_empty()) => true,
            Some(current) if current.level == 0 => true,
            Some(current) if level <= current.level => true,
            Some(current) => current.paragraphs.is_empty() || level <= 3,
        }
    }

    fn open(&mut self, level: usize, title: &str) {
        self.part = Section::Content;
        self.above.retain(|(above, title)| *above < level && !title.is_empty());
        // A heading followed by a deeper one at once only says what area the deeper ones belong to.
        let is_area = self
            .outline
            .matters
            .last()
            .is_some_and(|last| last.level > 0 && last.level < level && last.is_empty());
        if is_area && let Some(area) = self.outline.matters.pop() {
            self.above.push((area.level, area.title));
        }
        let context = self.above.iter().map(|(_, title)| title.as_str()).collect::<Vec<_>>().join(" ");
        self.outline.matters.push(Matter {
            title: clean_title(title),
            context,
            level,
            rumours: self.section == Section::Rumours,
            ..Matter::default()
        });
    }

    fn paragraph(&mut self, text: &str) {
        let unheaded = self.above.last().is_some_and(|(_, title)| title.is_empty());
        if self.outline.matters.is_empty() || unheaded {
            self.above.retain(|(_, title)| !title.is_empty());
            self.outline
                .matters
                .push(Matter { rumours: self.section == Section::Rumours, ..Matter::default() });
        }
        let part = self.part;
        let Some(matter) = self.outline.matters.last_mut() else {
            return;
        };
        // `Kiến nghị: …` inside a paragraph of the matter.
        if let Some((lead, rest)) = text.split_once(':')
            && lead.chars().count() <= 40
            && !rest.trim().is_empty()
            && !begins_with_band(bare_ref(lead))
        {
            match section(lead) {
                Some(Section::Forecast) => return matter.forecast.push(capitalised(rest.trim())),
                Some(Section::Recommendation) => return matter.recommendation.push(capitalised(rest.trim())),
                _ => {}
            }
        }
        match part {
            Section::Outlook if recommends(text) => matter.recommendation.push(bare(text)),
            Section::Forecast | Section::Outlook => matter.forecast.push(bare(text)),
            Section::Recommendation => matter.recommendation.push(bare(text)),
            _ => matter.paragraphs.push(dashed(text)),
        }
    }

    fn finish(mut self) -> Outline {
        let outline = &mut self.outline;
        // A matter that is a heading and nothing more says nothing, unless it says it all.
        outline.matters.retain(|matter| !matter.is_empty() || matter.title.split_whitespace().count() > 6);
        // Words before the first heading lead into the section.
        let leads_in = outline.matters.len() > 1
            && outline.matters[0].title.is_empty()
            && super::streams::streams(&outline.matters[0].paragraphs, None).is_empty();
        if leads_in {
            let lead = outline.matters.remove(0);
            outline.general.extend(lead.paragraphs);
        }
        self.outline
    }
}

impl Matter {
    fn is_empty(&self) -> bool {
        self.paragraphs.is_empty() && self.forecast.is_empty() && self.recommendation.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Outline {
        let lines: Vec<Line> = text
            .lines()
            .map(|line| Line {
                text: line.trim().trim_matches('#').to_owned(),
                bold: line.trim().starts_with('#'),
                ..Line::default()
            })
            .collect();
        outline(&lines)
    }

    fn titles(outline: &Outline) -> Vec<&str> {
        outline.matters.iter().map(|matter| matter.title.as_str()).collect()
    }

    #[test]
    fn party_template_with_areas() {
        let outline = of("I. KHÁI QUÁT TÌNH HÌNH
            Nhân dân phấn khởi.
            II. CÁC VẤN ĐỀ DƯ LUẬN QUAN TÂM
            1. Tình hình quốc tế
            Nhiều ý kiến lo ngại xung đột kéo dài.
            2. Trong nước
            2.1. Về cải cách tiền lương
            Đa số cán bộ phấn khởi.
            2.2. Về giá vàng
            Một số ý kiến băn khoăn.
            3. Ở địa phương
            a) Về đất đai
            Nhiều hộ băn khoăn.
            b) Về rác thải
            Nhiều hộ bức xúc.
            III. DỰ BÁO VÀ KIẾN NGHỊ
            Dự báo tình hình còn phức tạp.
            - Đề nghị tỉnh quan tâm.");
        assert_eq!(
            titles(&outline),
            ["Tình hình quốc tế", "Cải cách tiền lương", "Giá vàng", "Đất đai", "Rác thải"]
        );
        assert_eq!(outline.matters[1].context, "Trong nước");
        assert_eq!(outline.general, ["Nhân dân phấn khởi."]);
        assert_eq!(outline.forecast, ["Dự báo tình hình còn phức tạp."]);
        assert_eq!(outline.recommendation, ["Đề nghị tỉnh quan tâm."]);
    }

    #[test]
    fn parts_within_a_matter() {
        let outline = of("I/ Tình hình chung
            Ổn định.
            II/ Nội dung phản ánh
            1) Về cầu tạm:
            a) Nội dung
            Cầu gãy lan can.
            - Nhiều người lo lắng.
            b) Dự báo
            Nguy cơ tai nạn.
            c) Kiến nghị
            Sửa ngay.
            2) Về chợ: Một số tiểu thương chưa đồng ý.
            Kiến nghị: giảm giá thuê quầy.");
        assert_eq!(titles(&outline), ["Cầu tạm", "Chợ"]);
        assert_eq!(outline.matters[0].forecast, ["Nguy cơ tai nạn."]);
        assert_eq!(outline.matters[0].recommendation, ["Sửa ngay."]);
        assert_eq!(outline.matters[0].paragraphs, ["Cầu gãy lan can.", "- Nhiều người lo lắng."]);
        assert_eq!(outline.matters[1].recommendation, ["Giảm giá thuê quầy."]);
    }

    #[test]
    fn bold_headings_and_none() {
        let outline = of("#TÌNH HÌNH DƯ LUẬN#
            #Giá điện#
            Đa số hộ dân băn khoăn.
            #Rác thải#
            Một số hộ phản đối.
            #KIẾN NGHỊ#
            Đề nghị kiểm tra.");
        assert_eq!(titles(&outline), ["Giá điện", "Rác thải"]);
        assert_eq!(outline.recommendation, ["Đề nghị kiểm tra."]);
        let outline = of("Trong tuần, giá lợn giảm.
            Nhiều hộ chăn nuôi lo lắng.
            Kiến nghị: ngành nông nghiệp hỗ trợ.");
        assert_eq!(outline.general.len() + outline.matters.len(), 2);
        assert_eq!(outline.recommendation, ["ngành nông nghiệp hỗ trợ."]);
    }

    #[test]
    fn numbered_paragraphs_and_bullets_as_matters() {
        let outline = of("II. NHỮNG VẤN ĐỀ NỔI LÊN
            Trong tháng dư luận quan tâm:
            - Về đất đai: Nhiều hộ băn khoăn giá bồi thường. Bà con mong được giải thích.
            - Về điện: Đa số hài lòng.
            III. TIN ĐỒN
            Lan truyền tin đồn vỡ hụi; chưa được xác minh.");
        assert_eq!(titles(&outline), ["Đất đai", "Điện", ""]);
        assert!(outline.matters[2].rumours);
        assert_eq!(outline.general, ["Trong tháng dư luận quan tâm:"]);
    }
}
