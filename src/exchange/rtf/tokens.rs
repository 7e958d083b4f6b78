//! The marks that a rich text is written in.

/// One mark.
#[derive(Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\word` with its number.
    Word(&'a str, Option<i32>),
    /// `\` and a sign that is no letter.
    Symbol(u8),
    /// A letter of the text: `\'hh`, or as it stands.
    Byte(u8),
}

/// The marks of a text, one after the other. It ends at the end, whatever stands there.
pub struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    /// Marks of these bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Passes over bytes that are no marks.
    pub fn pass_over(&mut self, bytes: usize) {
        self.rest = &self.rest[bytes.min(self.rest.len())..];
    }

    fn control(&mut self) -> Option<Token<'a>> {
        let first = *self.rest.first()?;
        if !first.is_ascii_alphabetic() {
            self.pass_over(1);
            if first != b'\'' {
                return Some(Token::Symbol(first));
            }
            let digits = std::str::from_utf8(self.rest.get(..2)?).ok();
            let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
            self.pass_over(2);
            return Some(byte.map_or(Token::Symbol(b'\''), Token::Byte));
        }
        let letters = self.rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count().min(40);
        let (word, after) = self.rest.split_at(letters);
        self.rest = after;
        let sign = usize::from(self.rest.first() == Some(&b'-'));
        let digits = self.rest.iter().skip(sign).take_while(|byte| byte.is_ascii_digit()).count().min(10);
        let number = if digits == 0 {
            None
        } else {
            let (number, after) = self.rest.split_at(sign + digits);
            self.rest = after;
            std::str::from_utf8(number).ok().and_then(|number| number.parse().ok())
        };
        if self.rest.first() == Some(&b' ') {
            self.pass_over(1);
        }
        Some(Token::Word(std::str::from_utf8(word).unwrap_or_default(), number))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let (first, rest) = self.rest.split_first()?;
            self.rest = rest;
            match first {
                b'{' => return Some(Token::Open),
                b'}' => return Some(Token::Close),
                b'\\' => return self.control(),
                b'\r' | b'\n' | 0 => {}
                byte => return Some(Token::Byte(*byte)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_cut() {
        let found: Vec<Token> = Tokens::new(b"{\\b0\\'c3 a\\u-3913?\\~\r\n\\par}\\'z").collect();
        assert_eq!(
            found,
            [
                Token::Open,
                Token::Word("b", Some(0)),
                Token::Byte(0xc3),
                Token::Byte(b' '),
                Token::Byte(b'a'),
                Token::Word("u", Some(-3913)),
                Token::Byte(b'?'),
                Token::Symbol(b'~'),
                Token::Word("par", None),
                Token::Close,
            ]
        );
    }
}
