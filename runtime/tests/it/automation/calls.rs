//! Calls by name.

use super::without_leaks;
use mapidl::automation::{Argument, InvokeError};
use mapidl::com::{DISPPARAMS, EXCEPINFO, IDispatch, IDispatch_Impl};
use mapidl::text::WideView;
use mapidl::{Bstr, Error, GUID, HRESULT, IUnknown, Result, Success, Variant, implement};
use std::sync::Mutex;

const UNKNOWN_NAME: HRESULT = HRESULT(0x8002_0006_u32.cast_signed());
const EXCEPTION: HRESULT = HRESULT(0x8002_0009_u32.cast_signed());
const MISMATCH: HRESULT = HRESULT(0x8002_0005_u32.cast_signed());
const ACCESS_DENIED: HRESULT = HRESULT(0x8007_0005_u32.cast_signed());

/// An object that joins its arguments, and has a name.
#[derive(Default)]
struct Object(Mutex<String>);

implement! { impl Object as Object_Impl: [IDispatch] }

const NAMES: [&str; 5] = ["Name", "Join", "Fail", "first", "last"];

impl IDispatch_Impl for Object_Impl {
    fn get_ids_of_names(&self, _: &GUID, names: &[WideView<'_>], _: u32, out: &mut [i32]) -> Result<Success<()>> {
        for (name, out) in names.iter().zip(out) {
            let name = name.get().map(|name| name.to_string_lossy()).unwrap_or_default();
            let found = NAMES.iter().position(|known| *known == name).ok_or(Error::from(UNKNOWN_NAME))?;
            *out = i32::try_from(found).expect("few names");
        }
        Ok(().into())
    }

    unsafe fn invoke(
        &self,
        member: i32,
        _: &GUID,
        _: u32,
        what: u16,
        parameters: *mut DISPPARAMS,
        told: *mut EXCEPINFO,
    ) -> Result<Success<(Variant, u32)>> {
        // SAFETY: a caller passes as many arguments and names as it says.
        let (arguments, names) = unsafe {
            let parameters = &*parameters;
            let arguments = std::slice::from_raw_parts(parameters.rgvarg.cast::<Variant>(), parameters.cArgs as usize);
            (arguments, std::slice::from_raw_parts(parameters.rgdispidNamedArgs, parameters.cNamedArgs as usize))
        };
        let text = |variant: &Variant| String::try_from(variant);
        let answer = match (member, what) {
            (0, 2) => Variant::from(self.0.lock().unwrap().as_str()),
            (0, 4) if names == [-3] => {
                *self.0.lock().unwrap() = text(&arguments[0])?;
                Variant::new()
            }
            (1, 1) => {
                let positional = arguments[names.len()..].iter().rev().map(text).collect::<Result<Vec<_>>>()?;
                let named = names.iter().zip(arguments).map(|(name, v)| Ok(format!("{name}={}", text(v)?)));
                let named = named.collect::<Result<Vec<_>>>()?;
                format!("{} {}", positional.join(","), named.join(",")).into()
            }
            _ => {
                // SAFETY: the caller wants to be told.
                unsafe {
                    (*told).bstrDescription = Bstr::from("it is broken").into_raw();
                    (*told).bstrSource = Bstr::from("Object").into_raw();
                    (*told).scode = ACCESS_DENIED;
                }
                return Err(EXCEPTION.into());
            }
        };
        Ok((answer, 0).into())
    }
}

fn code<T>(result: Result<T, InvokeError>) -> HRESULT {
    result.err().map_or(HRESULT(0), |error| error.code())
}

#[test]
fn properties_and_methods_are_called_by_name() {
    without_leaks(|| {
        let object: IDispatch = Object::default().into();
        object.put("Name", "Anna").expect("it is set");
        assert_eq!(object.get("Name").map(|name| String::try_from(&name)).ok(), Some(Ok("Anna".to_owned())));
        let joined = object.call("Join", &["a".into(), "b".into(), "c".into()]).expect("strings");
        assert_eq!(String::try_from(&joined), Ok("a,b,c ".to_owned()));
        let (first, last) = (Variant::from("x"), Variant::from("y"));
        let named = [Argument { name: "first", value: &first }, Argument { name: "last", value: &last }];
        let joined = object.call_named("Join", &["a".into(), "b".into()], &named).expect("strings");
        assert_eq!(String::try_from(&joined), Ok("a,b 4=y,3=x".to_owned()));
    });
}

#[test]
fn members_are_called_by_number_too() {
    without_leaks(|| {
        let object: IDispatch = Object::default().into();
        object.put(0, "Anna").expect("it is set");
        assert_eq!(object.get(0).map(|name| String::try_from(&name)).ok(), Some(Ok("Anna".to_owned())));
        let joined = object.call(1, &["a".into(), "b".into()]).expect("strings");
        assert_eq!(String::try_from(&joined), Ok("a,b ".to_owned()));
    });
}

#[test]
fn a_failure_is_told_in_the_objects_words() {
    without_leaks(|| {
        let object: IDispatch = Object::default().into();
        let error = object.call("Fail", &[]).expect_err("it fails");
        assert_eq!((error.code(), error.description.to_string().as_str()), (ACCESS_DENIED, "it is broken"));
        assert!(error.to_string().starts_with("Object: it is broken: "), "{error}");
        // Words in errors need a function of Windows that Wine 8 has not.
        #[cfg(not(windows))]
        assert_eq!(Error::from(error).code(), ACCESS_DENIED);
        assert_eq!(code(object.get("Nothing")), UNKNOWN_NAME);
        assert_eq!(code(object.call("Join", &[1.into()])), MISMATCH);
    });
}

#[test]
fn an_object_in_a_variant_is_counted() {
    let object: IDispatch = Object::default().into();
    object.put("Name", "Bob").expect("it is set");
    let variant = Variant::from(object);
    let copy = variant.try_clone().expect("a copy");
    drop(variant);
    let (object, unknown) = (IDispatch::try_from(&copy).expect("an object"), IUnknown::try_from(&copy));
    drop(copy);
    assert!(unknown.is_ok() && object.get("Name").is_ok_and(|name| String::try_from(&name) == Ok("Bob".into())));
}
