//! `show`: pages of text, as they are.

use crate::folder::Folder;

#[test]
fn an_interface_is_its_vtable() {
    let expected = "\
interface IGreeter : IUnknown
  Greets people.
  declared in     greeter.idl:22
  identifier      0a1b2c3d-0001-0002-0003-000000000004
  header          greet.h
  exposed by      doormen
  slots           5, 2 of them its own

slot  x86_64  i686  from      method
   0     0x0   0x0  IUnknown  HRESULT QueryInterface([in] REFIID riid, [out, iid_is(riid)] void **ppvObject)
   1     0x8   0x4  IUnknown  ULONG AddRef()
   2    0x10   0x8  IUnknown  ULONG Release()
   3    0x18   0xc            HRESULT Greet(
                                  [in, string] LPCWSTR pwszName,
                                  [in, flags(VOLUME)] ULONG ulVolume,
                                  [out, retval] LONG *plCount)
   4    0x20  0x10            [success(S_FALSE)] HRESULT Recall(
                                  [in] ULONG cb,
                                  [in, bytes_is(cb)] BYTE *pb,
                                  [in] void *pvUnknown)
";
    Folder::with_greeter().run("show IGreeter greeter.idl").code(0).silent().out(expected);
}

#[test]
fn a_struct_is_its_layout() {
    let expected = "\
struct SGREETING
  What was said, and when.
  declared in     greeter.idl:16
  tag             _SGREETING
  size            32 (x86_64), 24 (i686)
  alignment       8 (x86_64), 8 (i686)

x86_64  size    i686  size  member
   0x0     4     0x0     4  ULONG cb
   0x8     8     0x4     4  [size_is(cb)] BYTE *pb
  0x10     8     0x8     8  hyper when
0x18:0     4  0x10:0     4  ULONG kind : 3
0x18:3     4  0x10:3     4  ULONG rest : 29
";
    let folder = Folder::with_greeter();
    folder.run("show SGREETING greeter.idl").code(0).silent().out(expected);
    folder.run("show _SGREETING greeter.idl").code(0).silent().out(expected);
}

#[test]
fn an_enum_is_its_values() {
    let expected = "\
enum VOLUME
  How loud to be.
  declared in     greeter.idl:7
  kind            a set of bits

  value         hex  name
      1  0x00000001  VOLUME_LOUD
    128  0x00000080  VOLUME_SHRILL
";
    let folder = Folder::with_greeter();
    folder.run("show VOLUME greeter.idl").code(0).out(expected);
    folder.run("show VOLUME_SHRILL greeter.idl").code(0).prints(&[">    128  0x00000080  VOLUME_SHRILL"]);
}

#[test]
fn typedefs_and_constants_have_a_page() {
    let folder = Folder::with_greeter();
    let page = folder.run("show LPSGREETING greeter.idl").code(0);
    page.prints(&["typedef SGREETING *LPSGREETING\n", "size            8 (x86_64), 4 (i686)\n"]);
    let page = folder.run("show GREET_E_HOARSE greeter.idl").code(0);
    page.prints(&["const HRESULT GREET_E_HOARSE\n", "value           -2147220991 (0x80040201)\n"]);
}

#[test]
fn what_the_compiler_brings_along_can_be_shown() {
    let page = Folder::with_greeter().run("show IUnknown greeter.idl").code(0);
    page.prints(&["unknwncore.idl:", "which the compiler brings along", "slots           3, 3 of them its own"]);
}

#[test]
fn other_declarations_have_a_page() {
    let text = "import \"unknwn.idl\";
[object, uuid(0a1b2c3d-0001-0002-0003-000000000007)] interface IEmpty : IUnknown {};
interface ILater;
[uuid(0a1b2c3d-0001-0002-0003-000000000008)] coclass Doorman { [default] interface IEmpty; };
[uuid(0a1b2c3d-0001-0002-0003-000000000009), version(1.2)] library Doors {};
[dllname(\"doors.dll\")] module Entries { [entry(\"Open\")] HRESULT __stdcall Open([in] ULONG ulDoor); };
const ULONGLONG BIG = 0x123456789A;
";
    let folder = Folder::new().file("doors.idl", text);
    let show = |name: &str| folder.run(&format!("show {name} doors.idl")).code(0);
    show("ILater").prints(&["interface ILater\n", "not known: the interface is declared, and defined nowhere here"]);
    show("Doorman").prints(&["coclass Doorman\n", "0a1b2c3d-0001-0002-0003-000000000008\n", "IEmpty     default\n"]);
    show("Doors").prints(&["library Doors\n", "0a1b2c3d-0001-0002-0003-000000000009\n", "version         1.2\n"]);
    show("Entries").prints(&["module Entries\n", "doors.dll\n", "stdcall", "HRESULT Open([in] ULONG ulDoor)\n"]);
    show("BIG").prints(&["78187493530 (0x123456789a)\n"]);
}

#[test]
fn an_unknown_name_brings_up_those_like_it() {
    let folder = Folder::with_greeter();
    for (name, like) in [("IGreetre", "`IGreeter`"), ("greeting", "`SGREETING`"), ("VOLUME_LUOD", "`VOLUME_LOUD`")] {
        let run = folder.run(&format!("show {name} greeter.idl")).code(1).out("");
        run.says(&["error[IDL0006]", &format!("`{name}`"), like]);
    }
    let run = folder.run("show Xyzzy greeter.idl").code(1).says(&["`Xyzzy`"]);
    assert!(!run.err.contains("did you mean"), "{run:?}");
    folder.run("show").code(2);
}
