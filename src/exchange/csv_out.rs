//! Comma-separated files that Excel opens as they are meant.

use std::io::{self, Write};

/// Writes rows of text as csv with a byte order mark, without which Excel shows broken Vietnamese. A cell that Excel would
/// run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return) gets an apostrophe in front and stays
/// text (OWASP, CSV injection).
pub struct CsvOut<W: Write> {
    rows: csv::Writer<W>,
}

impl<W: Write> CsvOut<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// When the mark cannot be written.
    pub fn new(mut out: W) -> io::Result<Self> {
        out.write_all("\u{feff}".as_bytes())?;
        let rows =
            csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(out);
        Ok(Self { rows })
    }

    /// Writes a row.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) -> io::Result<()> {
        for cell in cells {
            let cell = cell.as_ref();
            if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
                self.rows.write_field(format!("'{cell}"))?;
            } else {
                self.rows.write_field(cell)?;
            }
        }
        self.rows.write_record(None::<&[u8]>)?;
        Ok(())
    }

    /// Ends the file.
    ///
    /// # Errors
    /// When the rest cannot be written.
    pub fn finish(mut self) -> io::Result<()> {
        self.rows.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::CsvOut;

    #[test]
    fn formulas_stay_text_and_excel_sees_unicode() {
        let mut bytes = Vec::new();
        let mut out = CsvOut::new(&mut bytes).unwrap();
        out.row(["Họ tên", "Ghi chú"]).unwrap();
        out.row(["=cmd|' /C calc'!A0", "a,b \"c\""]).unwrap();
        out.row(["+84", "@x"]).unwrap();
        out.finish().unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text, "\u{feff}Họ tên,Ghi chú\r\n'=cmd|' /C calc'!A0,\"a,b \"\"c\"\"\"\r\n'+84,'@x\r\n");
    }
}
