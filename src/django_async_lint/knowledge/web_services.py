"""Clients of other people's web services: code hosting, offices, maps, social networks, media, analytics. Literal tables only."""

LIBRARIES = (
    {
        "name": "PyGithub",
        "roots": ("github",),
        "source": "https://pygithub.readthedocs.io/en/stable/reference.html",
        "instead": "use `githubkit`, or run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "github.Github": {
                "methods": {"sdk": """get_user get_repo get_organization get_gist get_rate_limit render_markdown"""},
                "unless": {"get_repo": "lazy=True"},
                "returns": {
                    "get_user": "github.AuthenticatedUser.AuthenticatedUser",
                    "get_repo": "github.Repository.Repository",
                    "get_organization": "github.Organization.Organization",
                    "get_repos": "github.Github.get_repos()",
                    "search_repositories": "github.Github.get_repos()",
                    "search_issues": "github.Github.search_issues()",
                    "search_code": "github.PaginatedList.PaginatedList",
                    "search_users": "github.PaginatedList.PaginatedList",
                },
            },
            "github.Github.get_repos()": {
                "bases": ("github.PaginatedList.PaginatedList",),
                "iter": {"effect": "sdk"},
                "iterates": "github.Repository.Repository",
            },
            "github.Github.search_issues()": {
                "bases": ("github.PaginatedList.PaginatedList",),
                "iter": {"effect": "sdk"},
                "iterates": "github.Issue.Issue",
            },
            "github.Repository.Repository.get_pulls()": {
                "bases": ("github.PaginatedList.PaginatedList",),
                "iter": {"effect": "sdk"},
                "iterates": "github.PullRequest.PullRequest",
            },
            "github.AuthenticatedUser.AuthenticatedUser": {
                "methods": {"sdk": "get_repo create_repo create_gist create_fork edit update"},
                "returns": {
                    "get_repo": "github.Repository.Repository",
                    "create_repo": "github.Repository.Repository",
                    "get_repos": "github.Github.get_repos()",
                    "get_orgs": "github.PaginatedList.PaginatedList",
                    "get_issues": "github.Github.search_issues()",
                },
            },
            "github.Organization.Organization": {
                "methods": {"sdk": "get_repo create_repo create_team get_team get_team_by_slug invite_user edit"},
                "returns": {
                    "get_repo": "github.Repository.Repository",
                    "create_repo": "github.Repository.Repository",
                    "get_repos": "github.Github.get_repos()",
                    "get_members": "github.PaginatedList.PaginatedList",
                    "get_teams": "github.PaginatedList.PaginatedList",
                },
            },
            "github.Repository.Repository": {
                "methods": {
                    "sdk": """get_contents get_branch get_commit get_issue get_pull get_readme get_release get_git_ref
                        create_file update_file delete_file create_issue create_pull create_git_ref create_git_tag
                        create_git_release create_fork create_hook create_label create_milestone
                        create_repository_dispatch edit delete merge compare get_languages get_topics
                        get_latest_release get_label get_milestone get_hook""",
                },
                "returns": {
                    "get_issue": "github.Issue.Issue",
                    "create_issue": "github.Issue.Issue",
                    "get_pull": "github.PullRequest.PullRequest",
                    "create_pull": "github.PullRequest.PullRequest",
                    "get_issues": "github.Github.search_issues()",
                    "get_pulls": "github.Repository.Repository.get_pulls()",
                    "get_commits": "github.PaginatedList.PaginatedList",
                    "get_branches": "github.PaginatedList.PaginatedList",
                    "get_releases": "github.PaginatedList.PaginatedList",
                    "get_collaborators": "github.PaginatedList.PaginatedList",
                },
            },
            "github.Issue.Issue": {
                "methods": {
                    "sdk": """edit create_comment add_to_labels remove_from_labels set_labels add_to_assignees
                        remove_from_assignees lock unlock create_reaction get_comment update"""
                },
                "returns": {
                    "get_comments": "github.PaginatedList.PaginatedList",
                    "get_labels": "github.PaginatedList.PaginatedList",
                },
            },
            "github.PullRequest.PullRequest": {
                "methods": {
                    "sdk": """edit merge create_review create_comment create_issue_comment create_review_request
                        add_to_labels remove_from_labels set_labels is_merged update_branch update"""
                },
                "returns": {
                    "get_files": "github.PaginatedList.PaginatedList",
                    "get_commits": "github.PaginatedList.PaginatedList",
                    "get_reviews": "github.PaginatedList.PaginatedList",
                },
            },
            "github.PaginatedList.PaginatedList": {
                "methods": {"sdk": "get_page"},
                "iter": {"effect": "sdk"},
                "reads": {"sdk": "totalCount"},
            },
        },
        "aliases": {"github.MainClass.Github": "github.Github"},
    },
    {
        "name": "python-gitlab",
        "roots": ("gitlab",),
        "source": "https://python-gitlab.readthedocs.io/en/stable/api-usage.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "gitlab.Gitlab": {
                "methods": {
                    "sdk": """auth http_get http_post http_put http_delete http_list version markdown search
                        projects.get projects.list projects.create groups.get groups.list groups.create users.get
                        users.list users.create issues.list mergerequests.list""",
                },
                "unless": {"projects.get": "lazy=True", "groups.get": "lazy=True"},
                "returns": {
                    "projects.get": "gitlab.v4.objects.Project",
                    "projects.create": "gitlab.v4.objects.Project",
                },
            },
            "gitlab.v4.objects.Project": {
                "methods": {
                    "sdk": """save delete issues.list issues.get issues.create mergerequests.list mergerequests.get
                        mergerequests.create commits.list commits.get commits.create branches.list branches.get
                        branches.create tags.list tags.get tags.create files.get files.create files.update files.delete
                        files.raw pipelines.list pipelines.get pipelines.create jobs.list jobs.get members.list
                        members.create hooks.list hooks.create hooks.delete releases.list releases.create labels.list
                        labels.create milestones.list milestones.create variables.list variables.get variables.create
                        repository_tree repository_compare repository_archive languages trigger_pipeline""",
                },
                "unless": {
                    "issues.get": "lazy=True",
                    "mergerequests.get": "lazy=True",
                    "pipelines.get": "lazy=True",
                    "jobs.get": "lazy=True",
                },
            },
        },
        "aliases": {
            "gitlab.client.Gitlab": "gitlab.Gitlab",
            "gitlab.v4.objects.projects.Project": "gitlab.v4.objects.Project",
        },
    },
    {
        "name": "jira",
        "roots": ("jira",),
        "source": "https://jira.readthedocs.io/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"sdk": "jira.JIRA"},
        "classes": {
            "jira.JIRA": {
                "methods": {
                    "sdk": """issue create_issue create_issues search_issues add_comment comments transitions
                        transition_issue assign_issue add_attachment add_watcher project projects fields myself user
                        search_users worklogs add_worklog boards sprints create_project server_info
                        enhanced_search_issues comment create_issue_link create_version project_versions
                        project_components watchers remove_watcher add_issues_to_sprint create_sprint
                        delete_attachment attachment current_user createmeta editmeta priorities statuses""",
                },
                "returns": {
                    "issue": "jira.Issue",
                    "create_issue": "jira.Issue",
                },
            },
            "jira.Issue": {"methods": {"sdk": "update delete add_field_value"}, "pure": "permalink get_field"},
        },
        "aliases": {"jira.client.JIRA": "jira.JIRA", "jira.resources.Issue": "jira.Issue"},
    },
    {
        "name": "atlassian-python-api",
        "roots": ("atlassian",),
        "source": "https://atlassian-python-api.readthedocs.io/",
        "older": """atlassian.Confluence.get_page_by_id atlassian.Confluence.get_page_by_title
            atlassian.Confluence.create_page atlassian.Confluence.update_page atlassian.Confluence.cql
            atlassian.Confluence.get_all_spaces atlassian.Confluence.attach_file
            atlassian.Confluence.remove_page""",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "atlassian.rest_client.AtlassianRestAPI": {"methods": {"sdk": "get post put delete patch request"}},
            "atlassian.Jira": {
                "bases": ("atlassian.rest_client.AtlassianRestAPI",),
                "methods": {
                    "sdk": """jql issue issue_create issue_add_comment issue_transition create_issue
                        get_issue projects project myself update_issue_field"""
                },
            },
            "atlassian.Confluence": {
                "bases": ("atlassian.rest_client.AtlassianRestAPI",),
                "methods": {
                    "sdk": """get_page_by_id get_page_by_title create_page update_page cql get_all_spaces
                        attach_file remove_page"""
                },
            },
            "atlassian.Bitbucket": {"bases": ("atlassian.rest_client.AtlassianRestAPI",)},
        },
    },
    {
        "name": "notion-client",
        "roots": ("notion_client",),
        "source": "https://ramnes.github.io/notion-sdk-py/",
        "older": "notion_client.Client.databases.query notion_client.AsyncClient.databases.query",
        "instead": "use `notion_client.AsyncClient`",
        "classes": {
            "notion_client.Client": {
                "methods": {
                    "sdk": """request search pages.create pages.retrieve pages.update databases.retrieve
                        databases.query databases.create databases.update blocks.retrieve blocks.update blocks.delete
                        blocks.children.list blocks.children.append users.list users.me users.retrieve
                        comments.create comments.list data_sources.query data_sources.retrieve data_sources.create
                        data_sources.update file_uploads.create file_uploads.send pages.move""",
                },
            },
            "notion_client.AsyncClient": {
                "async": True,
                "coroutines": """request aclose search pages.create pages.retrieve pages.update databases.retrieve
                    databases.query databases.create databases.update blocks.retrieve blocks.update blocks.delete
                    blocks.children.list blocks.children.append users.list users.me users.retrieve
                    comments.create comments.list data_sources.query""",
            },
        },
        "aliases": {
            "notion_client.client.Client": "notion_client.Client",
            "notion_client.client.AsyncClient": "notion_client.AsyncClient",
        },
    },
    {
        "name": "pyairtable",
        "roots": ("pyairtable",),
        "source": "https://pyairtable.readthedocs.io/en/stable/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "pyairtable.Api": {
                "methods": {"sdk": "whoami bases create_base"},
                "returns": {"table": "pyairtable.Table", "base": "pyairtable.Base"},
            },
            "pyairtable.Base": {
                "methods": {"sdk": "tables schema create_table collaborators webhooks"},
                "returns": {"table": "pyairtable.Table", "create_table": "pyairtable.Table"},
            },
            "pyairtable.Table": {
                "methods": {
                    "sdk": """get all first create update delete batch_create batch_update batch_upsert
                        batch_delete schema comments"""
                },
                "returns": {"iterate": "pyairtable.Table.iterate()"},
            },
            "pyairtable.Table.iterate()": {"iter": {"effect": "sdk"}},
        },
        "aliases": {
            "pyairtable.api.Api": "pyairtable.Api",
            "pyairtable.api.table.Table": "pyairtable.Table",
            "pyairtable.api.Table": "pyairtable.Table",
        },
    },
    {
        "name": "simple-salesforce",
        "roots": ("simple_salesforce",),
        "source": "https://simple-salesforce.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"sdk": "simple_salesforce.Salesforce simple_salesforce.SalesforceLogin"},
        "classes": {
            "simple_salesforce.Salesforce": {
                "methods": {
                    "sdk": """query query_all query_more search quick_search describe limits restful
                        apexecute toolingexecute *.get *.create *.update *.upsert *.delete *.describe
                        *.get_by_custom_id *.metadata *.deleted *.updated
                        bulk.*.insert bulk.*.update bulk.*.upsert bulk.*.query"""
                },
            },
        },
        "aliases": {"simple_salesforce.api.Salesforce": "simple_salesforce.Salesforce"},
    },
    {
        "name": "hubspot-api-client",
        "roots": ("hubspot",),
        "source": "https://github.com/HubSpot/hubspot-api-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "returns": {"hubspot.Client.create": "hubspot.Client"},
        "classes": {
            "hubspot.HubSpot": {"bases": ("hubspot.Client",)},
            "hubspot.Client": {
                "methods": {
                    "sdk": """api_request crm.*.basic_api.* crm.*.search_api.* crm.*.batch_api.*
                        crm.*.associations_api.* crm.*.owners_api.* crm.*.pipelines_api.* crm.*.core_api.*
                        crm.*.*.basic_api.* crm.*.get_all crm.objects.*.basic_api.* crm.objects.*.search_api.* marketing.*.*.*
                        oauth.tokens_api.*""",
                },
            },
        },
        "aliases": {"hubspot.client.Client": "hubspot.Client"},
    },
    {
        "name": "zenpy",
        "roots": ("zenpy",),
        "source": "https://docs.facetoe.com.au/zenpy.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "zenpy.Zenpy": {
                "methods": {
                    "sdk": """search search_export tickets tickets.create tickets.update tickets.delete tickets.merge
                        users.create users.update users.me users organizations.create organizations.update"""
                }
            }
        },
        "dynamic": True,
    },
    {
        "name": "python-jenkins",
        "roots": ("jenkins",),
        "source": "https://python-jenkins.readthedocs.io/en/latest/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "jenkins.Jenkins": {
                "methods": {
                    "http": """build_job get_job_info get_build_info get_jobs get_all_jobs create_job
                        delete_job get_whoami get_version get_queue_item get_build_console_output
                        stop_build"""
                },
            },
        },
    },
    {
        "name": "geopy",
        "roots": ("geopy",),
        "source": "https://geopy.readthedocs.io/en/stable/#async-mode",
        "instead": "use the geocoder with `adapter_factory=geopy.adapters.AioHTTPAdapter`",
        "classes": {
            "geopy.geocoders.Nominatim": {"methods": {"http": "geocode reverse"}},
            "geopy.geocoders.GoogleV3": {"methods": {"http": "geocode reverse reverse_timezone"}},
            "geopy.geocoders.Photon": {"methods": {"http": "geocode reverse"}},
            "geopy.geocoders.OpenCage": {"methods": {"http": "geocode reverse"}},
            "geopy.geocoders.ArcGIS": {"methods": {"http": "geocode reverse"}},
            "geopy.geocoders.MapBox": {"methods": {"http": "geocode reverse"}},
        },
        "aliases": {
            "geopy.Nominatim": "geopy.geocoders.Nominatim",
            "geopy.geocoders.nominatim.Nominatim": "geopy.geocoders.Nominatim",
        },
    },
    {
        "name": "googlemaps",
        "roots": ("googlemaps",),
        "source": "https://googlemaps.github.io/google-maps-services-python/docs/index.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "googlemaps.Client": {
                "methods": {
                    "http": """geocode reverse_geocode directions distance_matrix place places places_nearby
                        places_autocomplete places_autocomplete_query find_place elevation elevation_along_path timezone
                        geolocate snap_to_roads nearest_roads addressvalidation places_photo static_map""",
                },
            },
        },
        "aliases": {"googlemaps.client.Client": "googlemaps.Client"},
    },
    {
        "name": "tweepy",
        "roots": ("tweepy",),
        "source": "https://docs.tweepy.org/en/stable/asyncclient.html",
        "instead": "use `tweepy.asynchronous.AsyncClient`",
        "classes": {
            "tweepy.Client": {
                "methods": {
                    "http": """create_tweet delete_tweet get_tweet get_tweets get_user get_users get_me like unlike
                        retweet unretweet search_recent_tweets search_all_tweets get_users_tweets
                        get_users_mentions get_users_followers get_users_following get_home_timeline follow_user
                        create_direct_message""",
                },
            },
            "tweepy.API": {
                "methods": {
                    "http": """update_status user_timeline home_timeline search_tweets get_user verify_credentials
                        media_upload get_status destroy_status create_favorite send_direct_message lookup_users""",
                },
            },
            "tweepy.Paginator": {"iter": {"effect": "http"}, "returns": {"flatten": "tweepy.Paginator.flatten()"}},
            "tweepy.Paginator.flatten()": {"iter": {"effect": "http"}},
            "tweepy.Cursor": {
                "returns": {"items": "tweepy.Paginator.flatten()", "pages": "tweepy.Paginator.flatten()"},
            },
            "tweepy.OAuth1UserHandler": {"methods": {"http": "get_authorization_url get_access_token"}},
            "tweepy.OAuth2UserHandler": {
                "methods": {"http": "fetch_token refresh_token"},
                "pure": "get_authorization_url",
            },
            "tweepy.asynchronous.AsyncClient": {
                "async": True,
                "coroutines": """create_tweet delete_tweet get_tweet get_tweets get_user get_users get_me like retweet
                    search_recent_tweets get_users_tweets""",
            },
        },
        "aliases": {"tweepy.client.Client": "tweepy.Client", "tweepy.api.API": "tweepy.API"},
    },
    {
        "name": "praw",
        "roots": ("praw",),
        "source": "https://praw.readthedocs.io/en/stable/",
        "instead": "use `asyncpraw`",
        "classes": {
            "praw.Reddit": {
                "methods": {"http": "request get post put patch delete user.me"},
                "returns": {"submission": "praw.models.Submission", "subreddit": "praw.models.Subreddit"},
            },
            "praw.models.Subreddit": {
                "methods": {"http": "submit"},
                "returns": {
                    "hot": "praw.models.ListingGenerator",
                    "new": "praw.models.ListingGenerator",
                    "top": "praw.models.ListingGenerator",
                    "search": "praw.models.ListingGenerator",
                },
            },
            "praw.models.ListingGenerator": {
                "iter": {"effect": "http"},
                "iterates": "praw.models.Submission",
            },
            "praw.models.Submission": {"methods": {"http": "reply upvote downvote delete edit comments.replace_more"}},
        },
        "aliases": {"praw.reddit.Reddit": "praw.Reddit"},
    },
    {
        "name": "instagrapi",
        "roots": ("instagrapi",),
        "source": "https://subzeroid.github.io/instagrapi/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "instagrapi.Client": {
                "methods": {
                    "http": """login logout relogin user_* media_* photo_* video_* clip_* story_* direct_*
                        hashtag_* album_* account_* search_* location_*"""
                },
            },
        },
    },
    {
        "name": "facebook-business",
        "roots": ("facebook_business",),
        "source": "https://github.com/facebook/facebook-python-business-sdk",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "facebook_business.adobjects.adaccount.AdAccount": {
                "methods": {"http": "api_get create_* get_ads get_campaigns get_insights get_ad_sets"}
            },
            "facebook_business.adobjects.user.User": {"methods": {"http": "api_get get_ad_accounts get_accounts"}},
        },
    },
    {
        "name": "yt-dlp",
        "roots": ("yt_dlp", "youtube_dl"),
        "older": "youtube_dl.YoutubeDL",
        "source": "https://github.com/yt-dlp/yt-dlp#embedding-yt-dlp",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "yt_dlp.YoutubeDL": {"methods": {"http": "download extract_info process_ie_result download_with_info_file"}}
        },
        "aliases": {
            "youtube_dl.YoutubeDL": "yt_dlp.YoutubeDL",
        },
    },
    {
        "name": "pytube",
        "roots": ("pytube",),
        "source": "https://pytube.io/en/latest/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "pytube.YouTube": {
                "reads": {"http": "streams title length views description captions thumbnail_url author"},
                "returns": {
                    "streams.get_highest_resolution": "pytube.Stream",
                    "streams.get_audio_only": "pytube.Stream",
                    "streams.get_by_itag": "pytube.Stream",
                },
            },
            "pytube.Stream": {
                "methods": {"http": "download stream_to_buffer"},
                "reads": {"http": "filesize"},
            },
        },
        "aliases": {"pytube.streams.Stream": "pytube.Stream"},
    },
    {
        "name": "youtube-transcript-api",
        "roots": ("youtube_transcript_api",),
        "source": "https://github.com/jdepoix/youtube-transcript-api",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {"youtube_transcript_api.YouTubeTranscriptApi": {"methods": {"http": "fetch list"}}},
    },
    {
        "name": "spotipy",
        "roots": ("spotipy",),
        "source": "https://spotipy.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "spotipy.Spotify": {
                "methods": {
                    "http": """track tracks artist artists album albums search playlist user current_user recommendations
                        audio_features next previous start_playback pause_playback currently_playing me
                        playlist_* user_playlist_* user_playlists current_user_* artist_* album_tracks
                        current_playback devices queue add_to_queue next_track previous_track new_releases
                        categories episode show"""
                },
            },
            "spotipy.oauth2.SpotifyOAuth": {"methods": {"http": "get_access_token refresh_access_token"}},
            "spotipy.oauth2.SpotifyClientCredentials": {"methods": {"http": "get_access_token"}},
        },
        "aliases": {
            "spotipy.client.Spotify": "spotipy.Spotify",
            "spotipy.SpotifyOAuth": "spotipy.oauth2.SpotifyOAuth",
        },
    },
    {
        "name": "wikipedia",
        "roots": ("wikipedia",),
        "source": "https://wikipedia.readthedocs.io/en/latest/code.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "http": """wikipedia.search wikipedia.suggest wikipedia.summary wikipedia.page wikipedia.random
                wikipedia.geosearch"""
        },
    },
    {
        "name": "gTTS",
        "roots": ("gtts",),
        "source": "https://gtts.readthedocs.io/en/latest/module.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "gtts.gTTS": {
                "methods": {"http": "save write_to_fp"},
                "returns": {"stream": "gtts.gTTS.stream()"},
            },
            "gtts.gTTS.stream()": {"iter": {"effect": "http"}},
        },
        "aliases": {"gtts.tts.gTTS": "gtts.gTTS"},
    },
    {
        "name": "SpeechRecognition",
        "roots": ("speech_recognition",),
        "source": "https://github.com/Uberi/speech_recognition",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "constant_ok": False,
        "classes": {
            "speech_recognition.Recognizer": {
                "methods": {
                    "http": "recognize_google recognize_google_cloud recognize_wit",
                    "cpu": "recognize_sphinx recognize_whisper",
                    "file": "record",
                    "wait": "listen",
                },
            },
        },
    },
    {
        "name": "deep-translator",
        "roots": ("deep_translator",),
        "source": "https://deep-translator.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "deep_translator.GoogleTranslator": {"methods": {"http": "translate translate_batch translate_file"}},
            "deep_translator.DeeplTranslator": {"methods": {"http": "translate translate_batch translate_file"}},
            "deep_translator.MicrosoftTranslator": {"methods": {"http": "translate translate_batch translate_file"}},
        },
    },
    {
        "name": "docusign-esign",
        "roots": ("docusign_esign",),
        "source": "https://github.com/docusign/docusign-esign-python-client",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "docusign_esign.EnvelopesApi": {
                "methods": {
                    "sdk": "create_envelope get_envelope list_status_changes create_recipient_view get_document list_documents update"
                }
            },
            "docusign_esign.ApiClient": {"methods": {"sdk": "request_jwt_user_token get_user_info call_api"}},
        },
        "aliases": {"docusign_esign.apis.envelopes_api.EnvelopesApi": "docusign_esign.EnvelopesApi"},
    },
    {
        "name": "contentful",
        "roots": ("contentful",),
        "source": "https://contentful.github.io/contentful.py/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"http": "contentful.Client"},
        "classes": {
            "contentful.Client": {
                "methods": {"http": "entry entries asset assets content_type content_types space sync locales"}
            }
        },
        "aliases": {"contentful.client.Client": "contentful.Client"},
    },
    {
        "name": "auth0-python",
        "roots": ("auth0",),
        "source": "https://github.com/auth0/auth0-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "auth0.authentication.GetToken": {
                "methods": {"http": "client_credentials authorization_code login refresh_token passwordless_login"}
            },
            "auth0.authentication.Users": {"methods": {"http": "userinfo"}},
        },
    },
    {
        "name": "python-keycloak",
        "roots": ("keycloak",),
        "source": "https://python-keycloak.readthedocs.io/en/latest/",
        "instead": "use the method with the prefix `a_`, such as `await openid.a_token(...)`",
        "classes": {
            "keycloak.KeycloakOpenID": {
                "methods": {
                    "http": """token refresh_token logout userinfo introspect exchange_token public_key
                        certs well_known"""
                },
                "coroutines": """a_token a_refresh_token a_logout a_userinfo a_introspect a_exchange_token
                    a_public_key a_certs""",
            },
            "keycloak.KeycloakAdmin": {
                "methods": {
                    "http": """get_clients get_client get_client_id create_client get_client_roles get_realm_role
                        create_realm_role get_user_groups get_group get_group_members group_user_remove
                        get_sessions user_logout get_credentials assign_client_role delete_group get_realm
                        update_group create_user get_user get_users get_user_id update_user delete_user
                        set_user_password get_groups create_group group_user_add get_realm_roles
                        assign_realm_roles send_verify_email send_update_account users_count""",
                },
                "coroutines": """a_create_user a_get_user a_get_users a_get_user_id a_update_user
                    a_delete_user a_set_user_password""",
            },
        },
        "aliases": {
            "keycloak.keycloak_openid.KeycloakOpenID": "keycloak.KeycloakOpenID",
            "keycloak.keycloak_admin.KeycloakAdmin": "keycloak.KeycloakAdmin",
        },
    },
    {
        "name": "easypost",
        "roots": ("easypost",),
        "source": "https://docs.easypost.com/docs/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "easypost.EasyPostClient": {
                "methods": {
                    "sdk": """shipment.create shipment.buy shipment.retrieve shipment.all shipment.refund
                        address.create address.verify tracker.create tracker.retrieve parcel.create"""
                },
            },
        },
        "aliases": {"easypost.easypost_client.EasyPostClient": "easypost.EasyPostClient"},
    },
    {
        "name": "kubernetes-asyncio",
        "roots": ("kubernetes_asyncio",),
        "source": "https://github.com/tomplus/kubernetes_asyncio",
        "instead": "await it",
        "coroutines": "kubernetes_asyncio.config.load_kube_config",
        "classes": {"kubernetes_asyncio.client.CoreV1Api": {"async": True}},
    },
)
