//! Collaborators and colleagues that never lived.

use std::collections::HashSet;

use chrono::{Datelike, Days, Months, NaiveDate};
use uuid::Uuid;

use super::DemoError;
use super::chance::Chance;
use super::names::Names;
use super::places::{Places, Seat, plain};
use crate::file::Tx;
use crate::inbox::store::insert_handler;
use crate::roster::model::{NewCollaborator, Sex, Status};
use crate::roster::store::insert_collaborator;

/// Prefixes no operator holds.
const PREFIXES: &[&str] = &["053", "054", "071", "072", "095"];

/// A collaborator who can hand in reports.
#[derive(Clone, Debug)]
pub struct Reporter {
    /// Id.
    pub id: Uuid,
    /// Full name.
    pub name: String,
    /// Number of the seat.
    pub seat: usize,
    /// How active: weight in choosing who reports. 0 = not any more.
    pub weight: u32,
    /// Birth year.
    pub birth_year: i32,
    /// Post.
    pub post: String,
    /// Main number.
    pub phone: String,
}

/// A colleague who works on the file.
#[derive(Clone, Debug)]
pub struct Colleague {
    /// Id.
    pub id: Uuid,
    /// Mark in arrival numbers.
    pub mark: &'static str,
}

/// Everything a new person is made with.
pub struct People<'a> {
    /// Names.
    pub names: &'a Names,
    /// The province.
    pub places: &'a Places,
    /// The day the office is looked at.
    pub today: NaiveDate,
    taken: HashSet<String>,
}

impl<'a> People<'a> {
    /// Nobody yet.
    pub fn new(names: &'a Names, places: &'a Places, today: NaiveDate) -> Self {
        Self { names, places, today, taken: HashSet::new() }
    }

    /// Enters `count` collaborators. Every seat gets one before any gets a second, but one seat in seven stays empty as
    /// long as there are fewer collaborators than seats: the gaps of the roster.
    ///
    /// # Errors
    /// [`DemoError`] when the file refuses.
    pub fn enter(
        &mut self,
        tx: &Tx,
        seats: &[Seat],
        count: usize,
        chance: &mut Chance,
    ) -> Result<Vec<Reporter>, DemoError> {
        let mut reporters = Vec::with_capacity(count);
        for (turn, seat) in self.order(seats, count, chance).into_iter().enumerate() {
            let person = self.person(&seats[seat], turn / seats.len().max(1), chance);
            let weight = if person.status == Status::Active { [1, 2, 2, 3, 5][chance.below(5)] } else { 0 };
            reporters.push(Reporter {
                id: insert_collaborator(tx, &person)?,
                name: person.full_name,
                seat,
                weight,
                birth_year: person.birth_year.unwrap_or_default(),
                post: person.post,
                phone: person.phones.first().cloned().unwrap_or_default(),
            });
        }
        Ok(reporters)
    }

    /// The seats in the order they are filled.
    fn order(&self, seats: &[Seat], count: usize, chance: &mut Chance) -> Vec<usize> {
        let mut order = Vec::with_capacity(count);
        if count >= seats.len() {
            while order.len() < count && !seats.is_empty() {
                order.extend(0..seats.len());
            }
            order.truncate(count);
            return order;
        }
        // The committee, the Front and the women's union of each commune report first of all, then a mix.
        let communes = self.places.commune.len();
        for commune in 0..communes {
            let here = (0..seats.len()).filter(|&seat| seats[seat].commune == Some(commune));
            order
                .extend(here.filter(|&seat| seats[seat].base.is_none()).take(4).filter(|seat| seat % 7 != 3));
        }
        let rest: Vec<usize> = (0..seats.len()).filter(|seat| !order.contains(seat)).collect();
        order.extend(chance.sample(rest.len(), rest.len()).into_iter().map(|at| rest[at]));
        order.truncate(count);
        order.sort_unstable();
        order
    }

    fn person(&mut self, seat: &Seat, round: usize, chance: &mut Chance) -> NewCollaborator {
        let sex = if seat.women || chance.percent(44) { Sex::Female } else { Sex::Male };
        let full_name = self.new_name(sex, chance);
        let birth_year = self.birth_year(seat, chance);
        let post = match seat.posts.get(round).or_else(|| chance.pick(&seat.posts)) {
            Some(post) => post.clone(),
            None => String::new(),
        };
        let (term_from, term_to) = self.term(chance);
        let decided = term_from.checked_sub_days(Days::new(chance.between(5, 20).unsigned_abs()));
        let mut phones = vec![number(chance)];
        if chance.percent(12) {
            phones.push(number(chance));
        }
        NewCollaborator {
            email: if chance.percent(72) { self.mail(&full_name, birth_year) } else { String::new() },
            sex,
            birth_year: Some(birth_year),
            unit: Some(seat.unit),
            post,
            concurrent_post: concurrent_post(seat, chance),
            level: seat.level,
            phones,
            decision_number: format!("{}-QĐ/BTGDVTU", chance.between(21, 198)),
            decision_date: decided,
            term_from: Some(term_from),
            term_to: Some(term_to),
            term_text: format!("{}-{}", term_from.year(), term_to.year()),
            status: self.status(term_to, chance),
            allowance: Some([300_000, 350_000, 400_000, 500_000][chance.below(4)]),
            note: if chance.percent(6) {
                "Cung cấp tin kịp thời, đã được biểu dương tại hội nghị tổng kết.".to_owned()
            } else {
                String::new()
            },
            full_name,
            ..NewCollaborator::default()
        }
    }

    /// A name nobody on the list has; for very long lists namesakes happen, as in life.
    fn new_name(&mut self, sex: Sex, chance: &mut Chance) -> String {
        let mut name = self.names.full(sex, chance);
        for _ in 0..6 {
            if self.taken.insert(name.clone()) {
                break;
            }
            name = self.names.full(sex, chance);
        }
        name
    }

    fn birth_year(&self, seat: &Seat, chance: &mut Chance) -> i32 {
        let (youngest, oldest) = match (seat.young, seat.base.is_some()) {
            (true, _) => (24, 35),
            (false, true) => (30, 68),
            (false, false) => (29, 58),
        };
        self.today.year() - chance.between(youngest, oldest) as i32
    }

    /// Most terms run for years; some end within sixty days, a few are over.
    fn term(&self, chance: &mut Chance) -> (NaiveDate, NaiveDate) {
        let years = if chance.percent(70) { 5 } else { 3 };
        let end = match chance.below(100) {
            0..8 => self.today + Days::new(chance.between(3, 58).unsigned_abs()),
            8..12 => self.today - Days::new(chance.between(10, 200).unsigned_abs()),
            _ => {
                let year = self.today.year() + chance.between(1, years - 1) as i32;
                NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(self.today)
            }
        };
        let months = Months::new(12 * years as u32);
        let from = end.checked_sub_months(months).unwrap_or(end) + Days::new(1);
        (from, end)
    }

    fn status(&self, term_to: NaiveDate, chance: &mut Chance) -> Status {
        if term_to < self.today {
            return if chance.percent(60) { Status::Ended } else { Status::Active };
        }
        match chance.below(100) {
            0..2 => Status::Paused,
            2..3 => Status::Moved,
            _ => Status::Active,
        }
    }

    /// Given name, initials of the others, two digits of the birth year.
    fn mail(&self, full_name: &str, birth_year: i32) -> String {
        let mut words: Vec<String> = full_name.split(' ').map(plain).collect();
        let given = words.pop().unwrap_or_default();
        let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
        format!("{given}{initials}{:02}@{}", birth_year % 100, self.places.mail_domain)
    }

    /// Enters the colleagues who work on the file.
    ///
    /// # Errors
    /// [`DemoError`] when the file refuses.
    pub fn colleagues(&mut self, tx: &Tx, chance: &mut Chance) -> Result<Vec<Colleague>, DemoError> {
        let posts = [
            ("H", Sex::Female, "Trưởng phòng"),
            ("T", Sex::Male, "Chuyên viên"),
            ("K", Sex::Male, "Chuyên viên"),
        ];
        let mut colleagues = Vec::new();
        for (mark, sex, post) in posts {
            let mut name = self.new_name(sex, chance);
            // The mark is the first letter of the given name, as offices choose it.
            for _ in 0..500 {
                if name.rsplit(' ').next().is_some_and(|given| given.starts_with(mark)) {
                    break;
                }
                name = self.new_name(sex, chance);
            }
            colleagues.push(Colleague { id: insert_handler(tx, &name, mark, post)?, mark });
        }
        Ok(colleagues)
    }
}

fn concurrent_post(seat: &Seat, chance: &mut Chance) -> String {
    let posts = ["Báo cáo viên", "Tuyên truyền viên", "Cấp ủy viên", "Đại biểu Hội đồng nhân dân xã"];
    let known = if seat.base.is_some() { &posts[1..3] } else { &posts[..3] };
    if !chance.percent(18) {
        return String::new();
    }
    chance.pick(known).map_or_else(String::new, |post| (*post).to_owned())
}

fn number(chance: &mut Chance) -> String {
    let prefix = chance.pick(PREFIXES).copied().unwrap_or("095");
    format!("{prefix}{:07}", chance.below(10_000_000))
}
