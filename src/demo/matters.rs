//! Matters people talk about: the stories of `data/matters/*.toml`, one file a topic, and telling one of them as an item.

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use super::DemoError;
use super::chance::Chance;
use super::places::Setting;
use super::template::{Scene, Template, UnknownGap};
use crate::inbox::model::{Band, Intensity, ItemKind, NewItem, NewStream, Tendency};

/// The data files, so that each can be told by name when it is wrong.
const FILES: &[(&str, &str)] = &[
    ("an_ninh", include_str!("data/matters/an_ninh.toml")),
    ("bhyt", include_str!("data/matters/bhyt.toml")),
    ("dat_dai", include_str!("data/matters/dat_dai.toml")),
    ("dich_benh", include_str!("data/matters/dich_benh.toml")),
    ("dien", include_str!("data/matters/dien.toml")),
    ("giao_duc", include_str!("data/matters/giao_duc.toml")),
    ("giao_thong", include_str!("data/matters/giao_thong.toml")),
    ("hanh_chinh_cong", include_str!("data/matters/hanh_chinh_cong.toml")),
    ("kinh_te", include_str!("data/matters/kinh_te.toml")),
    ("lua_dao_mang", include_str!("data/matters/lua_dao_mang.toml")),
    ("moi_truong", include_str!("data/matters/moi_truong.toml")),
    ("ngap_lut", include_str!("data/matters/ngap_lut.toml")),
    ("nong_nghiep", include_str!("data/matters/nong_nghiep.toml")),
    ("nuoc_sach", include_str!("data/matters/nuoc_sach.toml")),
    ("quoc_te", include_str!("data/matters/quoc_te.toml")),
    ("sap_nhap", include_str!("data/matters/sap_nhap.toml")),
    ("trat_tu_do_thi", include_str!("data/matters/trat_tu_do_thi.toml")),
    ("trong_nuoc", include_str!("data/matters/trong_nuoc.toml")),
    ("xay_dung_dang", include_str!("data/matters/xay_dung_dang.toml")),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileText {
    topic: String,
    story: Vec<StoryText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoryText {
    topic: Option<String>,
    #[serde(rename = "where")]
    setting: Setting,
    #[serde(default)]
    months: Vec<u32>,
    #[serde(default)]
    kind: String,
    titles: Vec<String>,
    situations: Vec<String>,
    streams: Vec<[String; 5]>,
    forecasts: Vec<String>,
    recommendations: Vec<String>,
    issue: Option<IssueText>,
    #[serde(default)]
    urgent: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IssueText {
    title: String,
    grade: String,
    cause: String,
    lead: String,
    answer: String,
}

/// A matter that can happen in many places.
#[derive(Debug)]
pub struct Story {
    /// Code of its topic.
    pub topic: String,
    /// Where it happens.
    pub setting: Setting,
    /// It is a rumour.
    pub rumour: bool,
    /// It can be urgent.
    pub urgent: bool,
    /// What it grows into when it goes on.
    pub issue: Option<IssueSeed>,
    /// Months it happens in, 1 to 12; empty = all.
    months: Vec<u32>,
    titles: Vec<Template>,
    situations: Vec<Template>,
    streams: Vec<StreamSeed>,
    forecasts: Vec<Template>,
    recommendations: Vec<Template>,
}

/// What a story grows into.
#[derive(Debug)]
pub struct IssueSeed {
    /// Title.
    pub title: Template,
    /// watch | salient | risk | hot_spot.
    pub grade: String,
    /// Cause.
    pub cause: String,
    /// Body that leads its handling.
    pub lead: Template,
    /// The answer, once it is settled.
    pub answer: String,
}

#[derive(Debug)]
struct StreamSeed {
    group: Template,
    bands: Vec<Band>,
    tendency: Tendency,
    intensity: Intensity,
    gist: Template,
}

/// Reads all stories.
///
/// # Errors
/// [`DemoError::Data`] when a data file is wrong.
pub fn stories() -> Result<Vec<Story>, DemoError> {
    let mut stories = Vec::new();
    for (name, text) in FILES {
        let file: FileText = toml::from_str(text).map_err(|error| DemoError::data(name, &error))?;
        for story in file.story {
            stories.push(compiled(&file.topic, story).map_err(|error| DemoError::data(name, &error))?);
        }
    }
    Ok(stories)
}

fn compiled(topic: &str, text: StoryText) -> Result<Story, UnknownGap> {
    let issue = match text.issue {
        Some(issue) => Some(IssueSeed {
            title: Template::parse(&issue.title)?,
            grade: issue.grade,
            cause: issue.cause,
            lead: Template::parse(&issue.lead)?,
            answer: issue.answer,
        }),
        None => None,
    };
    Ok(Story {
        topic: text.topic.unwrap_or_else(|| topic.to_owned()),
        setting: text.setting,
        rumour: text.kind == ItemKind::Rumour.id(),
        urgent: text.urgent,
        issue,
        months: text.months,
        titles: templates(&text.titles)?,
        situations: templates(&text.situations)?,
        streams: text.streams.iter().map(stream_seed).collect::<Result<_, _>>()?,
        forecasts: templates(&text.forecasts)?,
        recommendations: templates(&text.recommendations)?,
    })
}

/// Compiles a list of sentences.
///
/// # Errors
/// [`UnknownGap`] for a gap that means nothing.
pub fn templates(texts: &[String]) -> Result<Vec<Template>, UnknownGap> {
    texts.iter().map(|text| Template::parse(text)).collect()
}

fn stream_seed([group, bands, tendency, intensity, gist]: &[String; 5]) -> Result<StreamSeed, UnknownGap> {
    Ok(StreamSeed {
        group: Template::parse(group)?,
        bands: bands.split('|').map(Band::from_id).collect(),
        tendency: Tendency::from_id(tendency),
        intensity: Intensity::from_id(intensity),
        gist: Template::parse(gist)?,
    })
}

impl Story {
    /// True when it can happen there on that day.
    pub fn fits(&self, setting: Setting, day: NaiveDate) -> bool {
        let here = self.setting == Setting::Any || self.setting == setting;
        here && (self.months.is_empty() || self.months.contains(&day.month()))
    }

    /// True when it is told only as part of its issue: a hot spot does not arise in every commune.
    pub fn only_as_issue(&self) -> bool {
        self.issue.as_ref().is_some_and(|issue| issue.grade == "hot_spot")
    }

    /// Tells the story as an item, without triage.
    pub fn item(&self, scene: &mut Scene, chance: &mut Chance) -> NewItem {
        scene.forget_numbers();
        // Title number k tells of situation number k, counted round.
        let at = chance.below(self.situations.len());
        let titles: Vec<&Template> =
            self.titles.iter().skip(at).step_by(self.situations.len().max(1)).collect();
        let situation = self.situations.get(at).map_or_else(String::new, |text| text.fill(scene, chance));
        let title = chance.pick(&titles).map_or_else(String::new, |text| text.fill(scene, chance));
        let wanted = match chance.below(100) {
            0..22 => 1,
            22..70 => 2,
            70..92 => 3,
            _ => 4,
        };
        let mut chosen = chance.sample(self.streams.len(), wanted);
        // The first two streams are what most people say; one of them is always told.
        if chosen.iter().all(|&stream| stream > 1)
            && let Some(first) = chosen.first_mut()
        {
            *first = chance.below(2);
        }
        chosen.sort_unstable();
        let streams = chosen
            .iter()
            .filter_map(|&at| self.streams.get(at))
            .map(|seed| seed.stream(scene, chance))
            .collect();
        let forecast =
            if chance.percent(70) { one_of(&self.forecasts, scene, chance) } else { String::new() };
        let recommendation =
            if chance.percent(85) { one_of(&self.recommendations, scene, chance) } else { String::new() };
        NewItem {
            title,
            body: situation,
            place: format!("{}, {}", scene.base, scene.commune),
            kind: if self.rumour { ItemKind::Rumour } else { ItemKind::Opinion },
            streams,
            forecast,
            recommendation,
            ..NewItem::default()
        }
    }
}

fn one_of(list: &[Template], scene: &mut Scene, chance: &mut Chance) -> String {
    chance.pick(list).map_or_else(String::new, |template| template.fill(scene, chance))
}

impl StreamSeed {
    fn stream(&self, scene: &mut Scene, chance: &mut Chance) -> NewStream {
        let band = chance.pick(&self.bands).copied().unwrap_or_default();
        let group = self.group.fill(scene, chance);
        NewStream {
            group_name: uncapitalised(&group),
            band,
            tendency: self.tendency,
            intensity: self.intensity,
            gist: self.gist.fill(scene, chance),
            band_word: band_word(band, chance).to_owned(),
            tendency_word: tendency_word(self.tendency, chance).to_owned(),
            ..NewStream::default()
        }
    }
}

/// Groups stand inside sentences.
fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The word a reporter uses for a band.
fn band_word(band: Band, chance: &mut Chance) -> &'static str {
    let words: &[&str] = match band {
        Band::Overwhelming => &["tuyệt đại đa số", "hầu hết"],
        Band::Majority => &["đa số", "đa số", "phần lớn"],
        Band::Many => &["nhiều ý kiến", "nhiều người"],
        Band::Some => &["một số ý kiến", "một bộ phận"],
        Band::Few => &["có ý kiến", "cá biệt có ý kiến"],
        Band::Unknown => &[""],
    };
    chance.pick(words).copied().unwrap_or_default()
}

/// The word a reporter uses for a tendency.
fn tendency_word(tendency: Tendency, chance: &mut Chance) -> &'static str {
    let words: &[&str] = match tendency {
        Tendency::Agree => &["đồng tình", "ủng hộ", "tán thành"],
        Tendency::Disagree => &["không đồng tình", "chưa đồng tình", "phản đối"],
        Tendency::Worry => &["băn khoăn", "lo lắng", "băn khoăn, lo lắng"],
        Tendency::Wish => &["kiến nghị", "mong muốn", "đề nghị"],
        Tendency::Unclear => &[""],
    };
    chance.pick(words).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_reads_and_every_word_of_a_list_is_known() {
        let stories = stories().unwrap();
        assert!(stories.len() >= 50, "{}", stories.len());
        let mut topics: Vec<_> = stories.iter().map(|story| story.topic.as_str()).collect();
        topics.sort_unstable();
        topics.dedup();
        assert!(topics.len() >= 20, "{topics:?}");
        for story in &stories {
            assert!(
                crate::inbox::topics::SHIPPED.iter().any(|topic| topic.code == story.topic),
                "{}",
                story.topic
            );
            assert!(story.streams.len() >= 2 && !story.situations.is_empty());
            assert!(
                story.titles.len() >= story.situations.len(),
                "{}: a situation without a title",
                story.topic
            );
            for seed in &story.streams {
                assert!(seed.bands.iter().all(|&band| band != Band::Unknown), "{}: band", story.topic);
            }
            let grades = ["watch", "salient", "risk", "hot_spot"];
            assert!(story.issue.iter().all(|issue| grades.contains(&issue.grade.as_str())));
        }
        assert_eq!(stories.iter().filter(|story| story.only_as_issue()).count(), 1);
    }

    #[test]
    fn identifiers_in_the_files_are_not_misspelt() {
        for (name, text) in FILES {
            let file: FileText = toml::from_str(text).unwrap();
            for [_, bands, tendency, intensity, gist] in file.story.iter().flat_map(|story| &story.streams) {
                assert!(bands.split('|').all(|band| Band::from_id(band).id() == band), "{name}: {bands}");
                assert_eq!(Tendency::from_id(tendency).id(), tendency, "{name}");
                assert_eq!(Intensity::from_id(intensity).id(), intensity, "{name}");
                assert!(gist.ends_with('.'), "{name}: {gist}");
            }
        }
    }
}
