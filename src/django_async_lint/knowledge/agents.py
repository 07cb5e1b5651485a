"""Agents, crews, pipelines and the services that they ask; `language_models` has the models. Literal tables only."""

LIBRARIES = (
    {
        "name": "openai-agents",
        "roots": ("agents",),
        "source": "https://openai.github.io/openai-agents-python/",
        "instead": "use `agents.Runner.run`",
        "calls": {"sdk": "agents.Runner.run_sync"},
        "coroutines": "agents.Runner.run",
        "aliases": {
            "agents.run.Runner.run_sync": "agents.Runner.run_sync",
            "agents.run.Runner.run": "agents.Runner.run",
        },
    },
    {
        "name": "crewai",
        "roots": ("crewai",),
        "source": "https://docs.crewai.com/en/concepts/crews",
        "older": "crewai.agent.Agent",
        "instead": "use `kickoff_async`",
        "classes": {
            "crewai.Crew": {
                "methods": {"sdk": "kickoff kickoff_for_each train replay test"},
                "coroutines": "kickoff_async kickoff_for_each_async akickoff akickoff_for_each",
            },
            "crewai.Flow": {
                "methods": {"sdk": "kickoff"},
                "coroutines": "kickoff_async",
            },
            "crewai.LLM": {
                "methods": {"sdk": "call"},
            },
            "crewai.Agent": {
                "methods": {"sdk": "kickoff execute_task"},
                "coroutines": "kickoff_async",
            },
        },
        "aliases": {
            "crewai.crew.Crew": "crewai.Crew",
            "crewai.llm.LLM": "crewai.LLM",
            "crewai.flow.Flow": "crewai.Flow",
            "crewai.flow.flow.Flow": "crewai.Flow",
            "crewai.agent.Agent": "crewai.Agent",
        },
    },
    {
        "name": "haystack-ai",
        "roots": ("haystack",),
        "source": "https://docs.haystack.deepset.ai/docs/pipelines",
        "older": "haystack.AsyncPipeline",
        "instead": "await the pipeline's `run_async` (before 3.0 that of `AsyncPipeline`)",
        "classes": {
            "haystack.Pipeline": {
                "methods": {"sdk": "run warm_up"},
                "coroutines": "run_async",
                "pure": "add_component connect",
            },
            "haystack.AsyncPipeline": {
                "methods": {"sdk": "run"},
                "coroutines": "run_async",
                "pure": "add_component connect",
            },
        },
        "aliases": {"haystack.core.pipeline.Pipeline": "haystack.Pipeline"},
    },
    {
        "name": "smolagents",
        "roots": ("smolagents",),
        "source": "https://huggingface.co/docs/smolagents/reference/agents",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"http": "smolagents.load_tool"},
        "classes": {
            "smolagents.MultiStepAgent": {
                "methods": {"sdk": "run __call__"},
                "pure": "replay visualize interrupt",
            },
            "smolagents.CodeAgent": {
                "bases": ("smolagents.MultiStepAgent",),
            },
            "smolagents.ToolCallingAgent": {
                "bases": ("smolagents.MultiStepAgent",),
            },
        },
    },
    {
        "name": "dspy",
        "roots": ("dspy",),
        "source": "https://dspy.ai/",
        "instead": "await the module's own coroutine, `await module.acall(...)`",
        "classes": {
            "dspy.Module": {
                "methods": {"sdk": "__call__"},
                "coroutines": "acall",
            },
            "dspy.Predict": {
                "bases": ("dspy.Module",),
            },
            "dspy.ChainOfThought": {
                "bases": ("dspy.Module",),
            },
            "dspy.ReAct": {
                "bases": ("dspy.Module",),
            },
            "dspy.LM": {
                "methods": {"sdk": "__call__ forward"},
                "coroutines": "acall aforward",
            },
        },
    },
    {
        "name": "mem0ai",
        "roots": ("mem0",),
        "source": "https://docs.mem0.ai/open-source/python-quickstart",
        "instead": "use `mem0.AsyncMemoryClient`",
        "classes": {
            "mem0.MemoryClient": {
                "methods": {
                    "sdk": """add get get_all search update delete delete_all history users delete_users batch_update
                        batch_delete feedback""",
                },
            },
            "mem0.Memory": {
                "methods": {"sdk": "add get get_all search update delete delete_all history reset"},
                "returns": {"from_config": "mem0.Memory"},
            },
            "mem0.AsyncMemoryClient": {
                "async": True,
                "coroutines": """add get get_all search update delete delete_all history users delete_users batch_update
                    batch_delete""",
            },
            "mem0.AsyncMemory": {
                "async": True,
                "coroutines": "add get get_all search update delete delete_all history reset",
            },
        },
        "aliases": {
            "mem0.client.main.MemoryClient": "mem0.MemoryClient",
            "mem0.memory.main.Memory": "mem0.Memory",
        },
    },
    {
        "name": "firecrawl-py",
        "roots": ("firecrawl",),
        "source": "https://docs.firecrawl.dev/sdks/python",
        "instead": "use `firecrawl.AsyncFirecrawl`",
        "classes": {
            "firecrawl.Firecrawl": {
                "methods": {
                    "sdk": """scrape crawl map search start_crawl get_crawl_status batch_scrape extract scrape_url
                        crawl_url map_url""",
                },
            },
            "firecrawl.AsyncFirecrawl": {
                "async": True,
                "coroutines": """scrape crawl map search start_crawl get_crawl_status batch_scrape extract scrape_url
                    crawl_url map_url""",
            },
        },
        "aliases": {
            "firecrawl.FirecrawlApp": "firecrawl.Firecrawl",
            "firecrawl.AsyncFirecrawlApp": "firecrawl.AsyncFirecrawl",
        },
        "dynamic": True,
    },
    {
        "name": "apify-client",
        "roots": ("apify_client",),
        "source": "https://docs.apify.com/api/client/python/",
        "older": """apify_client.clients.ActorClient apify_client.clients.RunClient apify_client.clients.DatasetClient
            apify_client.clients.TaskClient apify_client.clients.KeyValueStoreClient""",
        "instead": "use `apify_client.ApifyClientAsync`",
        "classes": {
            "apify_client.ApifyClient": {
                "returns": {
                    "actor": "apify_client._resource_clients.ActorClient",
                    "run": "apify_client._resource_clients.RunClient",
                    "dataset": "apify_client._resource_clients.DatasetClient",
                    "task": "apify_client._resource_clients.TaskClient",
                    "key_value_store": "apify_client._resource_clients.KeyValueStoreClient",
                },
            },
            "apify_client._resource_clients.ActorClient": {
                "methods": {"sdk": "call start get update build delete validate_input"},
                "returns": {"last_run": "apify_client._resource_clients.RunClient"},
            },
            "apify_client._resource_clients.TaskClient": {
                "methods": {"sdk": "call start get update delete get_input update_input"},
                "returns": {"last_run": "apify_client._resource_clients.RunClient"},
            },
            "apify_client._resource_clients.RunClient": {
                "methods": {"sdk": "get wait_for_finish abort resurrect update delete"},
                "returns": {
                    "dataset": "apify_client._resource_clients.DatasetClient",
                    "key_value_store": "apify_client._resource_clients.KeyValueStoreClient",
                },
            },
            "apify_client._resource_clients.KeyValueStoreClient": {
                "methods": {"sdk": "get list_keys get_record set_record delete_record delete"},
            },
            "apify_client._resource_clients.DatasetClient": {
                "methods": {"sdk": "get list_items push_items get_items_as_bytes delete"},
                "returns": {"iterate_items": "apify_client._resource_clients.DatasetClient.iterate_items()"},
            },
            "apify_client._resource_clients.DatasetClient.iterate_items()": {
                "iter": {"effect": "sdk"},
            },
            "apify_client.ApifyClientAsync": {
                "returns": {
                    "actor": "apify_client._resource_clients.ActorClientAsync",
                    "run": "apify_client._resource_clients.RunClientAsync",
                    "dataset": "apify_client._resource_clients.DatasetClientAsync",
                },
            },
            "apify_client._resource_clients.ActorClientAsync": {
                "async": True,
                "coroutines": "call start get update build",
            },
            "apify_client._resource_clients.RunClientAsync": {
                "async": True,
                "coroutines": "get wait_for_finish abort resurrect",
            },
            "apify_client._resource_clients.DatasetClientAsync": {
                "async": True,
                "coroutines": "get list_items push_items get_items_as_bytes delete",
            },
        },
        "aliases": {
            "apify_client.clients.ActorClient": "apify_client._resource_clients.ActorClient",
            "apify_client.clients.TaskClient": "apify_client._resource_clients.TaskClient",
            "apify_client.clients.RunClient": "apify_client._resource_clients.RunClient",
            "apify_client.clients.DatasetClient": "apify_client._resource_clients.DatasetClient",
            "apify_client.clients.KeyValueStoreClient": "apify_client._resource_clients.KeyValueStoreClient",
        },
    },
    {
        "name": "exa-py",
        "roots": ("exa_py",),
        "source": "https://docs.exa.ai/sdks/python-sdk-specification",
        "instead": "use `exa_py.AsyncExa`",
        "classes": {
            "exa_py.Exa": {
                "methods": {
                    "sdk": "search search_and_contents get_contents find_similar find_similar_and_contents answer",
                },
            },
            "exa_py.AsyncExa": {
                "async": True,
                "coroutines": """search search_and_contents get_contents find_similar find_similar_and_contents answer""",
            },
        },
        "aliases": {
            "exa_py.api.Exa": "exa_py.Exa",
            "exa_py.api.AsyncExa": "exa_py.AsyncExa",
        },
    },
    {
        "name": "fal-client",
        "roots": ("fal_client",),
        "source": "https://docs.fal.ai/reference/client-libraries/python/",
        "instead": "use `fal_client.subscribe_async` or `fal_client.run_async`",
        "calls": {
            "sdk": """fal_client.run fal_client.subscribe fal_client.submit fal_client.result fal_client.status
                fal_client.upload fal_client.upload_file""",
        },
        "coroutines": """fal_client.run_async fal_client.subscribe_async fal_client.submit_async fal_client.result_async
            fal_client.status_async fal_client.upload_async fal_client.upload_file_async""",
        "classes": {
            "fal_client.SyncClient": {
                "methods": {"sdk": "run submit subscribe status result cancel upload upload_file"},
            },
            "fal_client.AsyncClient": {
                "async": True,
                "coroutines": "run submit subscribe status result cancel upload upload_file",
            },
        },
    },
    {
        "name": "runpod",
        "roots": ("runpod",),
        "source": "https://docs.runpod.io/sdks/python/endpoints",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "sdk": "runpod.create_pod runpod.get_pod runpod.get_pods runpod.stop_pod runpod.terminate_pod",
        },
        "classes": {
            "runpod.Endpoint": {
                "methods": {"sdk": "run run_sync health purge_queue"},
                "returns": {"run": "runpod.endpoint.Job"},
            },
            "runpod.endpoint.Job": {
                "methods": {"sdk": "status output cancel"},
            },
        },
        "aliases": {"runpod.endpoint.Endpoint": "runpod.Endpoint"},
    },
    {
        "name": "dashscope",
        "roots": ("dashscope",),
        "source": "https://www.alibabacloud.com/help/en/model-studio/dashscope-api-reference",
        "instead": "use `dashscope.AioGeneration`",
        "calls": {
            "sdk": """dashscope.Generation.call dashscope.MultiModalConversation.call dashscope.TextEmbedding.call
                dashscope.ImageSynthesis.call""",
        },
        "coroutines": "dashscope.AioGeneration.call",
        "aliases": {"dashscope.aigc.generation.Generation.call": "dashscope.Generation.call"},
    },
    {
        "name": "zhipuai",
        "roots": ("zhipuai",),
        "source": "https://docs.bigmodel.cn/cn/guide/develop/python/introduction",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "zhipuai.ZhipuAI": {
                "methods": {
                    "sdk": """chat.completions.create embeddings.create images.generations files.create
                        audio.transcriptions.create""",
                },
            },
        },
    },
    {
        "name": "fireworks-ai",
        "roots": ("fireworks",),
        "source": "https://docs.fireworks.ai/tools-sdks/python-client/sdk-introduction",
        "older": """fireworks.client.Fireworks fireworks.client.Fireworks.chat.completions.create
            fireworks.client.Fireworks.completions.create fireworks.client.AsyncFireworks
            fireworks.client.AsyncFireworks.chat.completions.acreate
            fireworks.client.AsyncFireworks.completions.acreate""",
        "instead": "use `fireworks.AsyncFireworks`",
        "classes": {
            "fireworks.Fireworks": {
                "methods": {"sdk": "chat.completions.create completions.create"},
            },
            "fireworks.AsyncFireworks": {
                "async": True,
                "coroutines": "chat.completions.create completions.create",
            },
            "fireworks.client.Fireworks": {
                "methods": {"sdk": "chat.completions.create completions.create"},
            },
            "fireworks.client.AsyncFireworks": {
                "async": True,
                "coroutines": "chat.completions.acreate completions.acreate",
            },
        },
    },
    {
        "name": "cerebras-cloud-sdk",
        "roots": ("cerebras.cloud.sdk",),
        "source": "https://inference-docs.cerebras.ai/",
        "instead": "use `cerebras.cloud.sdk.AsyncCerebras`",
        "classes": {
            "cerebras.cloud.sdk.Cerebras": {
                "methods": {
                    "sdk": "chat.completions.create completions.create models.list models.retrieve",
                },
            },
            "cerebras.cloud.sdk.AsyncCerebras": {
                "async": True,
                "coroutines": "chat.completions.create completions.create models.list models.retrieve",
            },
        },
    },
    {
        "name": "llama-parse",
        "roots": ("llama_parse",),
        "source": "https://docs.cloud.llamaindex.ai/llamaparse",
        "instead": "use `aload_data`",
        "classes": {
            "llama_parse.LlamaParse": {
                "methods": {"sdk": "load_data parse get_json_result"},
                "coroutines": "aload_data aparse aget_json",
            },
        },
        "aliases": {"llama_parse.base.LlamaParse": "llama_parse.LlamaParse"},
    },
    {
        "name": "browser-use",
        "roots": ("browser_use",),
        "source": "https://docs.browser-use.com/",
        "instead": "await it",
        "classes": {
            "browser_use.Agent": {
                "coroutines": "run",
            },
            "browser_use.Browser": {
                "async": True,
                "coroutines": "start stop",
            },
        },
    },
    {
        "name": "claude-agent-sdk",
        "roots": ("claude_agent_sdk",),
        "source": "https://docs.claude.com/en/api/agent-sdk/python",
        "instead": "await it",
        "classes": {
            "claude_agent_sdk.ClaudeSDKClient": {
                "async": True,
                "coroutines": "connect query interrupt disconnect",
                "pure": "receive_response receive_messages",
            },
        },
    },
    {
        "name": "autogen-agentchat",
        "roots": ("autogen_agentchat",),
        "source": "https://microsoft.github.io/autogen/stable/",
        "instead": "await it",
        "classes": {
            "autogen_agentchat.agents.BaseChatAgent": {
                "coroutines": "run on_messages on_reset close",
            },
            "autogen_agentchat.agents.AssistantAgent": {
                "bases": ("autogen_agentchat.agents.BaseChatAgent",),
            },
            "autogen_agentchat.teams.BaseGroupChat": {
                "coroutines": "run reset pause resume save_state load_state",
            },
            "autogen_agentchat.teams.RoundRobinGroupChat": {
                "bases": ("autogen_agentchat.teams.BaseGroupChat",),
            },
            "autogen_agentchat.teams.SelectorGroupChat": {
                "bases": ("autogen_agentchat.teams.BaseGroupChat",),
            },
        },
    },
    {
        "name": "semantic-kernel",
        "roots": ("semantic_kernel",),
        "source": "https://learn.microsoft.com/en-us/semantic-kernel/",
        "instead": "await it",
        "classes": {
            "semantic_kernel.Kernel": {
                "coroutines": "invoke invoke_prompt",
                "pure": "add_plugin add_service get_service",
            },
        },
        "aliases": {"semantic_kernel.kernel.Kernel": "semantic_kernel.Kernel"},
    },
    {
        "name": "crawl4ai",
        "roots": ("crawl4ai",),
        "source": "https://docs.crawl4ai.com/",
        "instead": "await it",
        "classes": {
            "crawl4ai.AsyncWebCrawler": {
                "async": True,
                "coroutines": "arun arun_many start close",
            },
        },
    },
)
