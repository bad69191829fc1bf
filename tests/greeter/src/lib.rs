//! An example of a crate with IDL of its own: `build.rs` compiles `idl/greeter.idl`, and this file implements it.

#![deny(unsafe_code)]

use mapidl::{Result, Success, U16CStr, code, implement};
use std::sync::atomic::{AtomicU32, Ordering};

include!(concat!(env!("OUT_DIR"), "/greeter.rs"));

/// Greets on the terminal.
#[derive(Debug, Default)]
pub struct Greeter(AtomicU32);

implement! { impl Greeter as pub Greeter_Impl: [IGreeter] }

impl IGreeter_Impl for Greeter_Impl {
    fn greet(&self, name: &U16CStr, greeting: GREETING) -> Result<u32> {
        let word = if greeting == GREETING::GREETING_FORMAL { "Good evening" } else { "Hello" };
        println!("{word}, {}!", name.to_string_lossy());
        Ok(self.0.fetch_add(1, Ordering::Relaxed) + 1)
    }

    fn greet_all(&self, people: &[Person<'_>]) -> Result<Success> {
        for person in people {
            self.greet(person.name().unwrap_or_default(), person.greeting())?;
        }
        // S_FALSE
        Ok(if people.is_empty() { Success::warning(code(1)) } else { Success::OK })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mapidl::u16cstr;

    #[test]
    fn everyone_is_greeted() -> Result<()> {
        let greeter: IGreeter = Greeter::default().into();
        assert_eq!(greeter.greet(u16cstr!("world"), GREETING::GREETING_FORMAL)?, 1);
        let people = [
            Person::new(Some(u16cstr!("Ada")), GREETING::GREETING_PLAIN),
            Person::new(Some(u16cstr!("Grace")), GREETING::GREETING_FORMAL),
        ];
        assert!(!greeter.greet_all(&people)?.is_warning());
        assert_eq!(greeter.greet(u16cstr!("you"), GREETING(7))?, 4);
        assert_eq!(greeter.greet_all(&[])?.code(), code(1));
        Ok(())
    }

    #[test]
    fn a_client_is_tested_with_a_mock() {
        let greeter = MockIGreeter::new();
        greeter.expect_greet().once().returning(|name, _| Ok(name.len() as u32));
        assert_eq!(greeter.to_interface().greet(u16cstr!("Ada"), GREETING::GREETING_PLAIN).unwrap(), 3);
    }
}
