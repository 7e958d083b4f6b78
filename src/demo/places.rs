//! The invented province: its communes, base units and bodies, from `data/places.toml`, entered as a tree of units.

use chrono::NaiveDate;
use serde::Deserialize;
use uuid::Uuid;

use super::DemoError;
use crate::file::Tx;
use crate::roster::model::{NewUnit, UnitKind, UnitLevel};
use crate::roster::store::{OfficeCard, insert_unit};

/// What kind of place a matter happens in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Setting {
    /// Anywhere.
    #[default]
    Any,
    /// A rural commune.
    Rural,
    /// A ward.
    Urban,
    /// An island.
    Island,
}

/// The data file.
#[derive(Debug, Deserialize)]
pub struct Places {
    /// Name of the province without its kind.
    pub province: String,
    /// Domain of official mailboxes.
    pub mail_domain: String,
    /// The office that keeps the file.
    pub office: OfficeText,
    province_body: Vec<Body>,
    commune_body: Vec<Body>,
    /// Its communes.
    pub commune: Vec<Commune>,
    base: BasePosts,
}

/// The office as the data file has it.
#[derive(Debug, Deserialize)]
pub struct OfficeText {
    name: String,
    superior: String,
    place: String,
    prefix: String,
    document_code: String,
}

impl OfficeText {
    /// The office's row, marked as invented.
    pub fn card(&self) -> OfficeCard {
        OfficeCard {
            name: self.name.clone(),
            superior: self.superior.clone(),
            place: self.place.clone(),
            prefix: self.prefix.clone(),
            document_code: self.document_code.clone(),
            demonstration: true,
            ..OfficeCard::default()
        }
    }
}

#[derive(Debug, Deserialize)]
struct Body {
    name: String,
    #[serde(default)]
    short: String,
    kind: String,
    symbol: String,
    #[serde(default)]
    women: bool,
    #[serde(default)]
    young: bool,
    posts: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct BasePosts {
    posts: Vec<String>,
}

/// A commune, ward or special zone.
#[derive(Debug, Deserialize)]
pub struct Commune {
    kind: String,
    name: String,
    code: String,
    /// What kind of place it is.
    pub setting: Setting,
    former: Vec<String>,
    /// Its base units, as in a sentence.
    pub bases: Vec<String>,
    /// Roads.
    pub roads: Vec<String>,
    /// Canals and streams.
    pub canals: Vec<String>,
    /// Its market.
    pub market: String,
    /// Its schools.
    #[serde(default)]
    pub schools: Vec<String>,
}

impl Commune {
    /// Name with its kind: xã Lộc An.
    pub fn full_name(&self) -> String {
        format!("{} {}", self.kind, self.name)
    }
    /// Name without its kind.
    pub fn plain_name(&self) -> &str {
        &self.name
    }
}

/// A unit that was entered, and who can be a collaborator there.
#[derive(Clone, Debug)]
pub struct Seat {
    /// Id of the unit.
    pub unit: Uuid,
    /// Its full name.
    pub name: String,
    /// Number of the commune; `None` for a body of the province.
    pub commune: Option<usize>,
    /// Number of the base unit in the commune.
    pub base: Option<usize>,
    /// Level.
    pub level: UnitLevel,
    /// Posts of collaborators there.
    pub posts: Vec<String>,
    /// Held by women.
    pub women: bool,
    /// Held by young people.
    pub young: bool,
}

/// The units entered.
#[derive(Debug, Default)]
pub struct Units {
    /// Everyone's seats, those of each commune together.
    pub seats: Vec<Seat>,
    /// Party committee of each commune: unit and name.
    pub committees: Vec<(Uuid, String)>,
}

/// Reads the data file.
///
/// # Errors
/// [`DemoError::Data`] when it is wrong.
pub fn places() -> Result<Places, DemoError> {
    toml::from_str(include_str!("data/places.toml")).map_err(|error| DemoError::data("places", &error))
}

/// The day communes were merged and districts ended.
pub fn reorganised() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 7, 1).unwrap_or_default()
}

/// Enters the province with all its units.
///
/// # Errors
/// [`DemoError`] when the file refuses.
pub fn enter(tx: &Tx, places: &Places) -> Result<Units, DemoError> {
    let mut units = Units::default();
    let province = insert_unit(
        tx,
        &NewUnit {
            name: format!("tỉnh {}", places.province),
            short_name: places.province.clone(),
            level: UnitLevel::Province,
            mailbox: format!("vanphong@{}", places.mail_domain),
            protocol_order: 1,
            ..NewUnit::default()
        },
    )?;
    for (order, body) in places.province_body.iter().enumerate() {
        let unit = NewUnit {
            parent: Some(province),
            name: body.name.clone(),
            short_name: body.short.clone(),
            level: UnitLevel::Province,
            kind: UnitKind::from_id(&body.kind),
            symbol: body.symbol.clone(),
            mailbox: format!("{}@{}", plain(&body.symbol), places.mail_domain),
            protocol_order: 10 + order as i64,
            ..NewUnit::default()
        };
        let id = insert_unit(tx, &unit)?;
        units.seats.push(seat(id, body, unit.name, None, UnitLevel::Province));
    }
    for number in 0..places.commune.len() {
        enter_commune(tx, places, number, province, &mut units)?;
    }
    Ok(units)
}

fn enter_commune(
    tx: &Tx,
    places: &Places,
    number: usize,
    province: Uuid,
    units: &mut Units,
) -> Result<(), DemoError> {
    let commune = &places.commune[number];
    let full_name = commune.full_name();
    let order = 100 * (number as i64 + 1);
    let merged = !commune.former.is_empty();
    let id = insert_unit(
        tx,
        &NewUnit {
            parent: Some(province),
            name: full_name.clone(),
            short_name: commune.name.clone(),
            level: UnitLevel::Commune,
            symbol: commune.code.clone(),
            mailbox: format!("{}@{}", plain(&commune.name), places.mail_domain),
            protocol_order: order,
            valid_from: merged.then(reorganised),
            note: former_note(commune),
            ..NewUnit::default()
        },
    )?;
    for (place, body) in places.commune_body.iter().enumerate() {
        let name = body.name.replace("{xa}", &full_name).replace("{ten_xa}", &commune.name);
        let unit = NewUnit {
            parent: Some(id),
            name,
            level: UnitLevel::Commune,
            kind: UnitKind::from_id(&body.kind),
            symbol: body.symbol.clone(),
            mailbox: format!("{}.{}@{}", plain(&body.symbol), plain(&commune.name), places.mail_domain),
            protocol_order: order + 1 + place as i64,
            ..NewUnit::default()
        };
        let body_id = insert_unit(tx, &unit)?;
        if place == 0 {
            units.committees.push((body_id, unit.name.clone()));
        }
        units.seats.push(seat(body_id, body, unit.name, Some(number), UnitLevel::Commune));
    }
    for (place, base) in commune.bases.iter().enumerate() {
        let unit = NewUnit {
            parent: Some(id),
            name: format!("{base}, {full_name}"),
            short_name: base.clone(),
            level: UnitLevel::Base,
            protocol_order: order + 50 + place as i64,
            ..NewUnit::default()
        };
        units.seats.push(Seat {
            unit: insert_unit(tx, &unit)?,
            name: unit.name,
            commune: Some(number),
            base: Some(place),
            level: UnitLevel::Base,
            posts: base_posts(&places.base.posts, base),
            women: false,
            young: false,
        });
    }
    Ok(())
}

fn former_note(commune: &Commune) -> String {
    match commune.former.split_last() {
        None => String::new(),
        Some((last, [])) => format!("Trước 01/7/2025: {last}"),
        Some((last, rest)) => format!("Thành lập 01/7/2025 trên cơ sở {} và {last}", rest.join(", ")),
    }
}

/// The head of a tổ dân phố is no trưởng thôn.
fn base_posts(posts: &[String], base: &str) -> Vec<String> {
    let urban = base.starts_with("tổ dân phố");
    posts
        .iter()
        .map(|post| {
            if urban && post == "Trưởng thôn" {
                "Tổ trưởng tổ dân phố".to_owned()
            } else {
                post.clone()
            }
        })
        .collect()
}

fn seat(unit: Uuid, body: &Body, name: String, commune: Option<usize>, level: UnitLevel) -> Seat {
    Seat {
        unit,
        name,
        commune,
        base: None,
        level,
        posts: body.posts.clone(),
        women: body.women,
        young: body.young,
    }
}

/// Letters for a mailbox: no marks, no spaces.
pub fn plain(text: &str) -> String {
    crate::text::fold(text).chars().filter(char::is_ascii_alphanumeric).collect()
}
