"""Password hashing, keys and ciphers, compression. Literal tables only."""

LIBRARIES = (
    {
        "name": "bcrypt",
        "roots": ("bcrypt",),
        "source": "https://github.com/pyca/bcrypt",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"cpu": "bcrypt.hashpw bcrypt.checkpw bcrypt.kdf"},
    },
    {
        "name": "passlib",
        "roots": ("passlib",),
        "source": "https://passlib.readthedocs.io/en/stable/lib/passlib.context.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {
            "cpu": """passlib.hash.bcrypt.hash passlib.hash.bcrypt.verify passlib.hash.argon2.hash
                passlib.hash.argon2.verify passlib.hash.pbkdf2_sha256.hash passlib.hash.pbkdf2_sha256.verify
                passlib.hash.sha512_crypt.hash passlib.hash.sha512_crypt.verify passlib.hash.sha256_crypt.hash
                passlib.hash.sha256_crypt.verify passlib.hash.scrypt.hash passlib.hash.scrypt.verify
                passlib.hash.bcrypt_sha256.hash passlib.hash.bcrypt_sha256.verify""",
        },
        "classes": {
            "passlib.context.CryptContext": {"methods": {"cpu": "hash verify verify_and_update dummy_verify encrypt"}},
        },
    },
    {
        "name": "argon2-cffi",
        "roots": ("argon2",),
        "source": "https://argon2-cffi.readthedocs.io/en/stable/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {
            "cpu": "argon2.low_level.hash_secret argon2.low_level.hash_secret_raw argon2.low_level.verify_secret"
        },
        "classes": {"argon2.PasswordHasher": {"methods": {"cpu": "hash verify"}}},
    },
    {
        "name": "pwdlib",
        "roots": ("pwdlib",),
        "source": "https://frankie567.github.io/pwdlib/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "classes": {
            "pwdlib.PasswordHash": {
                "methods": {"cpu": "hash verify verify_and_update"},
                "returns": {"recommended": "pwdlib.PasswordHash"},
            },
        },
    },
    {
        "name": "cryptography",
        "roots": ("cryptography",),
        "source": "https://cryptography.io/en/latest/hazmat/primitives/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {
            "cpu": """cryptography.hazmat.primitives.asymmetric.rsa.generate_private_key
                cryptography.hazmat.primitives.asymmetric.dsa.generate_private_key
                cryptography.hazmat.primitives.asymmetric.dh.generate_parameters
                cryptography.hazmat.primitives.serialization.pkcs12.load_key_and_certificates
                cryptography.hazmat.primitives.serialization.pkcs12.serialize_key_and_certificates""",
        },
        "classes": {
            "cryptography.hazmat.primitives.kdf.scrypt.Scrypt": {"methods": {"cpu": "derive verify"}},
            "cryptography.hazmat.primitives.kdf.pbkdf2.PBKDF2HMAC": {"methods": {"cpu": "derive verify"}},
            "cryptography.hazmat.primitives.kdf.argon2.Argon2id": {"methods": {"cpu": "derive verify"}},
        },
    },
    {
        "name": "pycryptodome",
        "roots": ("Crypto",),
        "source": "https://pycryptodome.readthedocs.io/en/latest/src/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {
            "cpu": """Crypto.PublicKey.RSA.generate Crypto.PublicKey.DSA.generate Crypto.Protocol.KDF.PBKDF2
                Crypto.Protocol.KDF.scrypt Crypto.Protocol.KDF.bcrypt Crypto.Protocol.KDF.bcrypt_check
                Crypto.Util.number.getPrime Crypto.Util.number.getStrongPrime""",
        },
    },
    {
        "name": "rsa",
        "roots": ("rsa",),
        "source": "https://stuvel.eu/python-rsa-doc/reference.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {"cpu": "rsa.newkeys"},
    },
    {
        "name": "PyNaCl",
        "roots": ("nacl",),
        "source": "https://pynacl.readthedocs.io/en/latest/password_hashing/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "calls": {
            "cpu": """nacl.pwhash.str nacl.pwhash.verify nacl.pwhash.argon2id.kdf nacl.pwhash.argon2id.str
                nacl.pwhash.argon2id.verify nacl.pwhash.argon2i.kdf nacl.pwhash.scrypt.kdf nacl.pwhash.scrypt.str
                nacl.pwhash.scrypt.verify""",
        },
    },
    {
        "name": "python-gnupg",
        "roots": ("gnupg",),
        "source": "https://gnupg.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"subprocess": "gnupg.GPG"},
        "classes": {
            "gnupg.GPG": {
                "methods": {
                    "subprocess": """encrypt encrypt_file decrypt decrypt_file sign sign_file verify verify_file
                        import_keys export_keys list_keys gen_key recv_keys send_keys delete_keys search_keys""",
                },
            },
        },
    },
    {
        "name": "PyJWT",
        "roots": ("jwt",),
        "source": "https://pyjwt.readthedocs.io/en/stable/api.html#jwt.PyJWKClient",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "jwt.PyJWKClient": {
                "methods": {"http": "get_signing_key_from_jwt get_signing_key get_signing_keys get_jwk_set fetch_data"}
            },
        },
        "aliases": {"jwt.jwks_client.PyJWKClient": "jwt.PyJWKClient"},
    },
    {
        "name": "python3-saml",
        "roots": ("onelogin",),
        "source": "https://github.com/SAML-Toolkits/python3-saml",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "classes": {
            "onelogin.saml2.auth.OneLogin_Saml2_Auth": {"methods": {"cpu": "process_response process_slo"}},
            "onelogin.saml2.idp_metadata_parser.OneLogin_Saml2_IdPMetadataParser": {
                "methods": {"http": "get_metadata parse_remote"}
            },
        },
    },
    {
        "name": "msal",
        "roots": ("msal",),
        "source": "https://msal-python.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "msal.ClientApplication": {
                "methods": {
                    "http": """acquire_token_by_authorization_code acquire_token_by_auth_code_flow
                        acquire_token_by_refresh_token acquire_token_by_username_password acquire_token_silent
                        acquire_token_silent_with_error""",
                },
            },
            "msal.ConfidentialClientApplication": {
                "bases": ("msal.ClientApplication",),
                "methods": {"http": "acquire_token_for_client acquire_token_on_behalf_of"},
            },
            "msal.PublicClientApplication": {
                "bases": ("msal.ClientApplication",),
                "methods": {"http": "acquire_token_interactive acquire_token_by_device_flow initiate_device_flow"},
            },
        },
        "aliases": {
            "msal.application.ConfidentialClientApplication": "msal.ConfidentialClientApplication",
            "msal.application.PublicClientApplication": "msal.PublicClientApplication",
        },
    },
    {
        "name": "zstandard",
        "roots": ("zstandard",),
        "source": "https://python-zstandard.readthedocs.io/en/stable/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": True,
        "calls": {
            "cpu": "zstandard.compress zstandard.decompress zstandard.train_dictionary",
            "file": "zstandard.open",
        },
        "classes": {
            "zstandard.ZstdCompressor": {"methods": {"cpu": "compress copy_stream"}},
            "zstandard.ZstdDecompressor": {"methods": {"cpu": "decompress copy_stream"}},
        },
    },
    {
        "name": "Brotli",
        "roots": ("brotli",),
        "source": "https://github.com/google/brotli",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": True,
        "calls": {"cpu": "brotli.compress brotli.decompress"},
        "classes": {
            "brotli.Compressor": {"methods": {"cpu": "process flush finish"}},
            "brotli.Decompressor": {"methods": {"cpu": "process"}},
        },
    },
    {
        "name": "py7zr",
        "roots": ("py7zr",),
        "source": "https://py7zr.readthedocs.io/en/latest/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "py7zr.SevenZipFile py7zr.unpack_7zarchive py7zr.pack_7zarchive"},
        "classes": {
            "py7zr.SevenZipFile": {"methods": {"file": "extract extractall write writeall writestr test testzip"}},
        },
        "aliases": {"py7zr.py7zr.SevenZipFile": "py7zr.SevenZipFile"},
    },
    {
        "name": "rarfile",
        "roots": ("rarfile",),
        "source": "https://rarfile.readthedocs.io/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "rarfile.RarFile rarfile.is_rarfile"},
        "classes": {"rarfile.RarFile": {"methods": {"subprocess": "extract extractall read open testrar"}}},
    },
    {
        "name": "email-validator",
        "roots": ("email_validator",),
        "source": "https://github.com/JoshData/python-email-validator#overview",
        "instead": "run it in a thread, `await asyncio.to_thread(...)`, or pass `check_deliverability=False`",
        "advice": {
            "email_validator.validate_email": "call it with `check_deliverability=False`, or in a thread: `await asyncio.to_thread(...)`",
        },
        "calls": {"socket": "email_validator.validate_email"},
        "unless": {"email_validator.validate_email": "check_deliverability=False"},
    },
)
