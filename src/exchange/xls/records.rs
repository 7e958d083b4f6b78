//! Records of a workbook stream and the numbers in them.

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};

use crate::exchange::Refusal;
use crate::exchange::compound::u16_at;

/// A record: its type and its bytes.
#[derive(Clone, Copy)]
pub struct Record<'a> {
    /// Type.
    pub kind: u16,
    /// Bytes.
    pub data: &'a [u8],
}

/// The records from a place of the stream on.
pub struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    /// Records from `start` on.
    ///
    /// # Errors
    /// [`Refusal::CutOff`] when the stream ends before.
    pub fn from(stream: &'a [u8], start: usize) -> Result<Self, Refusal> {
        stream.get(start..).map(|rest| Self { rest }).ok_or(Refusal::CutOff)
    }

    /// The next record; `None` at the end.
    ///
    /// # Errors
    /// [`Refusal::CutOff`] when it is longer than what is left.
    pub fn next(&mut self) -> Result<Option<Record<'a>>, Refusal> {
        let (Some(kind), Some(length)) = (u16_at(self.rest, 0), u16_at(self.rest, 2)) else {
            return Ok(None);
        };
        let end = 4 + usize::from(length);
        let data = self.rest.get(4..end).ok_or(Refusal::CutOff)?;
        self.rest = &self.rest[end..];
        Ok(Some(Record { kind, data }))
    }

    /// The next record when it continues the one before.
    ///
    /// # Errors
    /// As [`Records::next`].
    pub fn continued(&mut self) -> Result<Option<&'a [u8]>, Refusal> {
        const CONTINUE: u16 = 0x3c;
        if u16_at(self.rest, 0) != Some(CONTINUE) {
            return Ok(None);
        }
        Ok(self.next()?.map(|record| record.data))
    }
}

/// Eight bytes as a number.
pub fn number_at(data: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(data.get(at..)?.first_chunk().copied()?))
}

/// A number packed into four bytes.
pub fn packed(value: u32) -> f64 {
    let number = if value & 2 == 0 {
        f64::from_bits(u64::from(value & 0xffff_fffc) << 32)
    } else {
        f64::from(value.cast_signed() >> 2)
    };
    if value & 1 == 0 { number } else { number / 100.0 }
}

/// The moment of a serial day.
pub fn moment(serial: f64, since_1904: bool) -> Option<NaiveDateTime> {
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    // Excel believes in a 29 February 1900: before it the count begins a day later.
    let (year, month, day) = match (since_1904, serial < 60.0) {
        (true, _) => (1904, 1, 1),
        (false, true) => (1899, 12, 31),
        (false, false) => (1899, 12, 30),
    };
    let first = NaiveDate::from_ymd_opt(year, month, day)?.checked_add_days(Days::new(serial as u64))?;
    let seconds = (serial.fract() * 86_400.0).round() as i64;
    first.and_hms_opt(0, 0, 0)?.checked_add_signed(TimeDelta::try_seconds(seconds)?)
}

/// True when a number format of Excel itself shows days.
pub fn is_date_number(format: u16) -> bool {
    matches!(format, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58)
}

/// True when a number format written out shows days: a day or a year outside of quotes and brackets.
pub fn is_date_format(format: &str) -> bool {
    let mut quoted = false;
    let mut bracket = false;
    let mut chars = format.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => quoted = !quoted,
            '\\' | '_' | '*' if !quoted => {
                chars.next();
            }
            '[' if !quoted => bracket = true,
            ']' if !quoted => bracket = false,
            'd' | 'D' | 'y' | 'Y' if !quoted && !bracket => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days() {
        assert!((packed(0x3ff0_0000) - 1.0).abs() < f64::EPSILON);
        assert!((packed((-5_i32 << 2 | 3).cast_unsigned()) + 0.05).abs() < 1e-12);
        assert_eq!(moment(25_972.0, false).unwrap().to_string(), "1971-02-08 00:00:00");
        assert_eq!(moment(1.5, false).unwrap().to_string(), "1900-01-01 12:00:00");
        assert_eq!(moment(24_510.0, true).unwrap().to_string(), "1971-02-08 00:00:00");
        assert_eq!(moment(-1.0, false).or(moment(f64::NAN, false)), None);
        for (format, date) in [
            ("DD/MM/YYYY", true),
            ("[$-42A]dd mmmm yyyy", true),
            ("General", false),
            ("#,##0 \"đồng/day\"", false),
            ("[Red]0.00", false),
            ("hh:mm", false),
        ] {
            assert_eq!(is_date_format(format), date, "{format}");
        }
    }
}
