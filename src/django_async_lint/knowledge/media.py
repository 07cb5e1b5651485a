"""Pictures, sound and film: reading, writing and converting them here, and services that do. Literal tables only."""

LIBRARIES = (
    {
        "name": "tinify",
        "roots": ("tinify",),
        "source": "https://tinypng.com/developers/reference/python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"http": "tinify.from_file tinify.from_buffer tinify.from_url tinify.validate"},
        "returns": {
            "tinify.from_file": "tinify.Source",
            "tinify.from_buffer": "tinify.Source",
            "tinify.from_url": "tinify.Source",
        },
        "classes": {
            "tinify.Source": {
                "methods": {"http": "to_file to_buffer store result"},
                "returns": {
                    "resize": "tinify.Source",
                    "convert": "tinify.Source",
                    "transform": "tinify.Source",
                    "preserve": "tinify.Source",
                },
            },
        },
        "aliases": {"tinify.source.Source": "tinify.Source"},
    },
    {
        "name": "imagekitio",
        "roots": ("imagekitio",),
        "source": "https://github.com/imagekit-developer/imagekit-python",
        "older": """imagekitio.ImageKit.upload_file imagekitio.ImageKit.upload imagekitio.ImageKit.list_files
            imagekitio.ImageKit.get_file_details imagekitio.ImageKit.delete_file
            imagekitio.ImageKit.update_file_details imagekitio.ImageKit.bulk_file_delete imagekitio.ImageKit.url
            imagekitio.ImageKit.generate_url imagekitio.ImageKit.get_authentication_parameters
            imagekitio.client.ImageKit""",
        "instead": "use `imagekitio.AsyncImageKit`",
        "classes": {
            "imagekitio.ImageKit": {
                "methods": {
                    "sdk": """files.upload files.get files.update files.delete files.copy files.move files.rename
                        files.bulk.delete assets.list folders.create folders.delete upload_file upload list_files
                        get_file_details delete_file update_file_details bulk_file_delete""",
                },
                "pure": "url generate_url get_authentication_parameters",
            },
            "imagekitio.AsyncImageKit": {
                "async": True,
                "coroutines": """files.upload files.get files.update files.delete files.copy files.move files.rename
                    assets.list folders.create""",
            },
        },
        "aliases": {
            "imagekitio.client.ImageKit": "imagekitio.ImageKit",
            "imagekitio.Client": "imagekitio.ImageKit",
        },
    },
    {
        "name": "av",
        "roots": ("av",),
        "source": "https://pyav.org/docs/stable/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "av.open"},
        "returns": {"av.open": "av.container.InputContainer"},
        "classes": {
            "av.container.InputContainer": {
                "methods": {"cpu": "decode demux"},
            },
        },
    },
    {
        "name": "mutagen",
        "roots": ("mutagen",),
        "source": "https://mutagen.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "file": """mutagen.File mutagen.mp3.MP3 mutagen.flac.FLAC mutagen.mp4.MP4 mutagen.id3.ID3
                mutagen.oggvorbis.OggVorbis mutagen.wave.WAVE mutagen.easyid3.EasyID3""",
        },
        "unless": {
            "mutagen.File": "0=io.BytesIO",
            "mutagen.mp3.MP3": "0=io.BytesIO",
        },
        "classes": {
            "mutagen.mp3.MP3": {
                "methods": {"file": "save delete"},
            },
            "mutagen.id3.ID3": {
                "methods": {"file": "save delete"},
            },
        },
    },
    {
        "name": "pymediainfo",
        "roots": ("pymediainfo",),
        "source": "https://pymediainfo.readthedocs.io/en/stable/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "pymediainfo.MediaInfo.parse"},
    },
    {
        "name": "soundfile",
        "roots": ("soundfile",),
        "source": "https://python-soundfile.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "soundfile.read soundfile.write soundfile.info soundfile.SoundFile"},
        "unless": {
            "soundfile.read": "0=io.BytesIO",
            "soundfile.write": "0=io.BytesIO",
            "soundfile.SoundFile": "0=io.BytesIO",
            "soundfile.info": "0=io.BytesIO",
        },
        "classes": {
            "soundfile.SoundFile": {
                "methods": {"file": "read write"},
            },
        },
    },
    {
        "name": "pyttsx3",
        "roots": ("pyttsx3",),
        "source": "https://pyttsx3.readthedocs.io/en/latest/engine.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "returns": {"pyttsx3.init": "pyttsx3.engine.Engine"},
        "classes": {
            "pyttsx3.engine.Engine": {
                "methods": {"wait": "runAndWait startLoop iterate"},
                "pure": "say save_to_file setProperty getProperty",
            },
        },
    },
    {
        "name": "rembg",
        "roots": ("rembg",),
        "source": "https://github.com/danielgatis/rembg",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "cpu": "rembg.remove rembg.bg.remove",
            "file": "rembg.new_session rembg.session_factory.new_session",
        },
    },
    {
        "name": "deepface",
        "roots": ("deepface",),
        "source": "https://github.com/serengil/deepface",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "cpu": """deepface.DeepFace.verify deepface.DeepFace.find deepface.DeepFace.analyze
                deepface.DeepFace.represent deepface.DeepFace.extract_faces deepface.DeepFace.build_model""",
        },
        "constant_ok": False,
    },
    {
        "name": "mediapipe",
        "roots": ("mediapipe",),
        "source": "https://ai.google.dev/edge/mediapipe/solutions/guide",
        "older": """mediapipe.solutions.hands.Hands mediapipe.solutions.hands.Hands.process mediapipe.solutions.pose.Pose
            mediapipe.solutions.pose.Pose.process mediapipe.solutions.face_mesh.FaceMesh
            mediapipe.solutions.face_mesh.FaceMesh.process mediapipe.solutions.face_detection.FaceDetection
            mediapipe.solutions.face_detection.FaceDetection.process""",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "mediapipe.solutions.hands.Hands": {
                "methods": {"cpu": "process"},
            },
            "mediapipe.solutions.pose.Pose": {
                "methods": {"cpu": "process"},
            },
            "mediapipe.solutions.face_mesh.FaceMesh": {
                "methods": {"cpu": "process"},
            },
            "mediapipe.solutions.face_detection.FaceDetection": {
                "methods": {"cpu": "process"},
            },
        },
    },
    {
        "name": "pyvips",
        "roots": ("pyvips",),
        "source": "https://libvips.github.io/pyvips/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "pyvips.Image.new_from_file pyvips.Image.thumbnail"},
        "returns": {
            "pyvips.Image.new_from_file": "pyvips.Image",
            "pyvips.Image.thumbnail": "pyvips.Image",
            "pyvips.Image.new_from_buffer": "pyvips.Image",
        },
        "classes": {
            "pyvips.Image": {
                "methods": {
                    "file": "write_to_file",
                    "cpu": "write_to_buffer write_to_memory",
                },
                "returns": {
                    "resize": "pyvips.Image",
                    "crop": "pyvips.Image",
                    "rotate": "pyvips.Image",
                    "thumbnail_image": "pyvips.Image",
                },
            },
        },
        "aliases": {"pyvips.vimage.Image": "pyvips.Image"},
    },
    {
        "name": "faster-whisper",
        "roots": ("faster_whisper",),
        "source": "https://github.com/SYSTRAN/faster-whisper",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "faster_whisper.WhisperModel faster_whisper.download_model"},
        "classes": {
            "faster_whisper.WhisperModel": {
                "methods": {"cpu": "transcribe detect_language"},
            },
            "faster_whisper.BatchedInferencePipeline": {
                "methods": {"cpu": "transcribe"},
            },
        },
        "aliases": {"faster_whisper.transcribe.WhisperModel": "faster_whisper.WhisperModel"},
    },
    {
        "name": "vosk",
        "roots": ("vosk",),
        "source": "https://alphacephei.com/vosk/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "vosk.Model vosk.SpkModel"},
        "classes": {
            "vosk.KaldiRecognizer": {
                "methods": {"cpu": "AcceptWaveform FinalResult"},
                "pure": "Result PartialResult SetWords",
            },
        },
    },
    {
        "name": "azure-cognitiveservices-speech",
        "roots": ("azure.cognitiveservices.speech",),
        "source": "https://learn.microsoft.com/en-us/python/api/azure-cognitiveservices-speech/",
        "instead": "run `recognize_once_async().get` in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "azure.cognitiveservices.speech.SpeechRecognizer": {
                "methods": {
                    "sdk": "recognize_once start_continuous_recognition stop_continuous_recognition",
                },
                "returns": {"recognize_once_async": "azure.cognitiveservices.speech.ResultFuture"},
            },
            "azure.cognitiveservices.speech.SpeechSynthesizer": {
                "methods": {"sdk": "speak_text speak_ssml"},
                "returns": {
                    "speak_text_async": "azure.cognitiveservices.speech.ResultFuture",
                    "speak_ssml_async": "azure.cognitiveservices.speech.ResultFuture",
                },
            },
            "azure.cognitiveservices.speech.ResultFuture": {
                "methods": {"wait": "get"},
            },
        },
        "aliases": {
            "azure.cognitiveservices.speech.speech.ResultFuture": "azure.cognitiveservices.speech.ResultFuture",
        },
    },
    {
        "name": "deepgram-sdk",
        "roots": ("deepgram",),
        "source": "https://developers.deepgram.com/docs/python-sdk",
        "older": """deepgram.ListenRESTClient deepgram.ListenRESTClient.transcribe_url
            deepgram.ListenRESTClient.transcribe_file deepgram.AsyncListenRESTClient
            deepgram.AsyncListenRESTClient.transcribe_url deepgram.AsyncListenRESTClient.transcribe_file
            deepgram.SpeakRESTClient deepgram.SpeakRESTClient.stream deepgram.SpeakRESTClient.stream_memory
            deepgram.SpeakRESTClient.save deepgram.DeepgramClient.listen.rest.v
            deepgram.DeepgramClient.listen.prerecorded.v deepgram.DeepgramClient.speak.rest.v
            deepgram.DeepgramClient.listen.asyncrest.v deepgram.DeepgramClient.listen.asyncprerecorded.v
            deepgram.DeepgramClient.listen.rest.v.transcribe_url
            deepgram.DeepgramClient.listen.prerecorded.v.transcribe_url""",
        "instead": "use `deepgram.AsyncDeepgramClient`",
        "classes": {
            "deepgram.DeepgramClient": {
                "methods": {
                    "sdk": """listen.v1.media.transcribe_url listen.v1.media.transcribe_file speak.v1.audio.generate
                        read.v1.text.analyze manage.v1.projects.list auth.v1.tokens.grant
                        listen.rest.v.transcribe_url listen.prerecorded.v.transcribe_url""",
                },
                "returns": {
                    "listen.rest.v": "deepgram.ListenRESTClient",
                    "listen.prerecorded.v": "deepgram.ListenRESTClient",
                    "speak.rest.v": "deepgram.SpeakRESTClient",
                    "listen.asyncrest.v": "deepgram.AsyncListenRESTClient",
                    "listen.asyncprerecorded.v": "deepgram.AsyncListenRESTClient",
                },
            },
            "deepgram.AsyncDeepgramClient": {
                "async": True,
                "coroutines": """listen.v1.media.transcribe_url listen.v1.media.transcribe_file read.v1.text.analyze
                    manage.v1.projects.list auth.v1.tokens.grant""",
            },
            "deepgram.ListenRESTClient": {
                "methods": {"sdk": "transcribe_url transcribe_file"},
            },
            "deepgram.AsyncListenRESTClient": {
                "async": True,
                "coroutines": "transcribe_url transcribe_file",
            },
            "deepgram.SpeakRESTClient": {
                "methods": {"sdk": "stream stream_memory save"},
            },
        },
    },
    {
        "name": "PyVimeo",
        "roots": ("vimeo",),
        "source": "https://github.com/vimeo/vimeo.py",
        "dynamic": True,
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "vimeo.VimeoClient": {
                "methods": {
                    "http": """get post put patch delete upload replace upload_picture upload_texttrack
                        load_client_credentials exchange_code""",
                },
                "pure": "auth_url",
            },
        },
        "aliases": {"vimeo.client.VimeoClient": "vimeo.VimeoClient"},
    },
    {
        "name": "mux-python",
        "roots": ("mux_python",),
        "source": "https://github.com/muxinc/mux-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "mux_python.AssetsApi": {
                "methods": {
                    "sdk": "create_asset get_asset list_assets delete_asset create_asset_playback_id update_asset",
                },
            },
            "mux_python.LiveStreamsApi": {
                "methods": {
                    "sdk": "create_live_stream get_live_stream list_live_streams delete_live_stream",
                },
            },
            "mux_python.DirectUploadsApi": {
                "methods": {
                    "sdk": "create_direct_upload get_direct_upload list_direct_uploads cancel_direct_upload",
                },
            },
        },
    },
    {
        "name": "livekit-api",
        "roots": ("livekit.api",),
        "source": "https://docs.livekit.io/reference/python/livekit/api/",
        "instead": "await it",
        "classes": {
            "livekit.api.AccessToken": {
                "pure": "to_jwt with_identity with_grants with_name",
            },
            "livekit.api.LiveKitAPI": {
                "async": True,
                "coroutines": """room.create_room room.list_rooms room.delete_room room.list_participants
                    room.remove_participant room.send_data egress.start_room_composite_egress egress.stop_egress
                    ingress.create_ingress sip.create_sip_participant aclose""",
            },
        },
        "aliases": {"livekit.api.livekit_api.LiveKitAPI": "livekit.api.LiveKitAPI"},
    },
    {
        "name": "ytmusicapi",
        "roots": ("ytmusicapi",),
        "source": "https://ytmusicapi.readthedocs.io/en/stable/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "ytmusicapi.YTMusic": {
                "methods": {
                    "http": """search get_home get_artist get_album get_song get_lyrics get_playlist create_playlist
                        add_playlist_items get_library_playlists get_charts get_watch_playlist rate_song
                        get_liked_songs""",
                },
            },
        },
        "aliases": {"ytmusicapi.ytmusic.YTMusic": "ytmusicapi.YTMusic"},
    },
    {
        "name": "eyed3",
        "roots": ("eyed3",),
        "source": "https://eyed3.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "eyed3.load eyed3.core.load"},
        "returns": {"eyed3.load": "eyed3.core.AudioFile"},
        "classes": {
            "eyed3.core.AudioFile": {
                "methods": {"file": "rename"},
                "pure": "initTag",
            },
        },
    },
)
